import { st } from "rivulet";

st.title("Berths");
const berth = st.textInput("Berth", { key: "berth" });
st.text(`berth: ${berth}`);
if (st.button("To the ship")) st.switchPage("/ships/ada", { queryParams: { from: "berths" } });
st.button("Log out", { onClick: () => st.switchPage("./settings.ts") });
