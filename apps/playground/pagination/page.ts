import { st } from "rivulet";

const ships = Array.from({ length: 230 }, (_, i) => ({ berth: i + 1, ship: `Vessel ${String(i + 1).padStart(3, "0")}` }));
const size = 5;

st.title("Pagination");
st.write("Much to show, a little at a time. The buttons make do with the room that they have.");

const page = st.pagination(Math.ceil(ships.length / size), {
  required: true,
  live: true,
  label: "Ships",
  key: "page",
  bind: "query-params",
  persistState: "page",
  help: "Five on each page.",
  onChange: (now) => st.toast(`Page ${now}`),
});
st.table(ships.slice((page - 1) * size, page * size));

const step = st.pagination(3);
const chapter = st.pagination(1000, { label: "Chapter", value: 500, maxVisiblePages: null, width: "stretch" });
const day = st.pagination(31, { label: "Day", value: 31, maxVisiblePages: 0 });
st.pagination(9, { label: "Closed", value: 4, maxVisiblePages: 5, disabled: true, labelVisibility: "hidden" });

st.text(`page ${page}, step ${step}, chapter ${chapter}, day ${day}`);
