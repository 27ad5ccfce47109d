import { st } from "rivulet";

st.title("All ships");
for (const id of ["ada", "grace"]) st.pageLink("./pages/ships/[id].ts", { label: id, params: { id } });
