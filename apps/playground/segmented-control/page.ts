import { st } from "rivulet";

st.title("Segmented controls");
st.write("One bar, one choice. It holds what it holds until somebody presses another segment.");

const view = st.segmentedControl("View", ["map", "list", "timeline"], {
  live: true,
  value: "map",
  required: true,
  key: "view",
  bind: "query-params",
  persistState: "page",
});
const zoom = st.segmentedControl("Zoom", [":material/zoom_in:", ":material/zoom_out:", ":material/zoom_out_map:"], { value: null });
const days = st.segmentedControl("Days", [1, 2, 3, 4, 5, 6, 7], {
  selectionMode: "multi",
  format: (day) => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day - 1] ?? "",
  value: [1, 2],
  help: "When the ferry goes.",
  onChange: (chosen) => st.toast(`${chosen.length} days a week`),
});
st.segmentedControl("Whole width", ["sea", "land", "air"], { width: "stretch" });
st.segmentedControl("One line", ["Arrivals", "Departures", "In harbour", "At anchor", "Delayed", "Cancelled", "Under repair"], {
  wrap: false,
});
st.segmentedControl("Locked", ["open", "shut"], { value: "shut", disabled: true, labelVisibility: "hidden" });

st.text(`${view}, ${zoom === null ? "no zoom" : zoom}, ${days.map((day) => day * 10).join(" ") || "no day"}`);
