import { st } from "rivulet";

const ports = [
  { name: "Bergen", country: "Norway", berths: 12 },
  { name: "Gdynia", country: "Poland", berths: 30 },
  { name: "Riga", country: "Latvia", berths: 18 },
];

st.title("Selectboxes");
st.write("Choose where the ship goes. What you get back is your **own object**, not its label.");

const port = st.selectbox("Port", ports, { required: true, live: true, format: (one) => `${one.name}, ${one.country}` });
const cargo = st.selectbox("Cargo", ["grain", "timber", "steel"], {
  value: null,
  placeholder: "Ballast only",
  key: "cargo",
  bind: "query-params",
  persistState: "page",
});
const flag = st.selectbox("Flag", ["Norway", "Malta"], { value: "Malta", acceptNewOptions: true, filterMode: "prefix" });
const deck = st.selectbox("Deck", [1, 2, 3], { value: 2, width: 200, help: "From the top." });
st.selectbox("Quay", ["North", "South", "East"], {
  filterMode: "none",
  labelVisibility: "collapsed",
  onChange: (quay) => st.toast(`Quay ${quay}`),
});
st.selectbox("Berth", ["N 1", "N 2", "S 1"], { filterMode: "contains" });
st.selectbox("Pilot", ["Kari"], { disabled: true });

st.text(`${port.name} has ${port.berths} berths; ${cargo ?? "nothing"} on deck ${deck + 0}, flag of ${flag}`);
