import { st } from "rivulet";

const crew = [
  { name: "Kari", duty: "pilot" },
  { name: "Juhan", duty: "engineer" },
  { name: "Mette", duty: "cook" },
  { name: "Olof", duty: "deck" },
];

st.title("Multiselects");
st.write("Man the boat. The chosen ones come back as your own objects, in the order in which they were chosen.");

const aboard = st.multiselect("Crew", crew, { format: (one) => one.name, value: crew.slice(0, 1), maxSelections: 3, key: "crew" });
const ports = st.multiselect("Ports", ["Oslo", "Riga", "Kiel"], { acceptNewOptions: true, placeholder: "Anywhere" });
st.multiselect("Signals", ["alpha", "bravo"], { value: ["alpha"], disabled: true });

st.text(`aboard: ${aboard.map(({ duty }) => duty).join(", ") || "nobody"}; to ${ports.join(", ") || "nowhere"}`);
