import { st } from "rivulet";

st.title("Tabs");
const [arrivals, departures] = st.tabs(["Arrivals", "Departures :material/sailing:"], { value: "Departures :material/sailing:" });
arrivals.table([{ ship: "Ida", at: "09:30" }]);
departures.table([{ ship: "Olga", at: "17:45" }]);

st.write("Tabs may tell the page which of them is open; what nobody sees need not be loaded.");
const [map, list] = st.tabs(["Map", "List"], { key: "view", onChange: "rerun", width: 480, height: 160 });
if (map.open) map.info("The map is loaded.");
if (list.open) list.info("The list is loaded.");
