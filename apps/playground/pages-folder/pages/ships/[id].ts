import { st } from "rivulet";

const { id } = st.params("/ships/[id]");
st.title(`Ship ${id}`);
