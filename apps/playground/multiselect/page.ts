import { st } from "rivulet";

const crew = [
  { name: "Kari", duty: "pilot" },
  { name: "Juhan", duty: "engineer" },
  { name: "Mette", duty: "cook" },
  { name: "Olof", duty: "deck" },
];

st.title("Multiselects");
st.write("Man the boat. The chosen ones come back as your own objects, in the order in which they were chosen.");

const aboard = st.multiselect("Crew", crew, {
  required: true,
  live: true,
  format: (one) => one.name,
  value: crew.slice(0, 1),
  maxSelections: 3,
  key: "crew",
  bind: "query-params",
  persistState: "page",
});
const ports = st.multiselect("Ports", ["Oslo", "Riga", "Kiel"], { acceptNewOptions: true, placeholder: "Anywhere" });
const flags = st.multiselect("Flags", ["alpha", "bravo", "charlie", "delta", "echo"], {
  value: ["alpha", "echo"],
  filterMode: "prefix",
  selectAll: false,
  wrap: false,
  width: 400,
  help: "In one line.",
  onChange: (chosen) => st.toast(`${chosen.length} flags`),
});
st.multiselect("Signals", ["alpha", "bravo"], { value: ["alpha"], disabled: true, labelVisibility: "hidden" });

st.text(`aboard: ${aboard.map(({ duty }) => duty).join(", ") || "nobody"}; to ${ports.join(", ") || "nowhere"}`);
st.caption(`Under ${flags.length} flags`);
