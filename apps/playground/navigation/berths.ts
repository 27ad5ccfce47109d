import { st } from "rivulet";
import { ship } from "./ships.ts";

st.title("Berths");
const berth = st.textInput("Berth", { key: "berth" });
st.text(`berth: ${berth}`);
if (st.button("To the ship")) st.switchPage(ship, { params: { id: "ada" }, queryParams: { from: "berths" } });
st.button("Log out", { onClick: () => st.switchPage("./settings.ts") });
