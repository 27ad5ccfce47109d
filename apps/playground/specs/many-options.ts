import { st } from "rivulet";

const ports = Array.from({ length: 10_000 }, (_, i) => ({ id: i, name: `Port number ${i}` }));

st.title("Many options");
const port = st.selectbox("Port", ports, { format: ({ name }) => name });
const stops = st.multiselect("Stops", ports, { format: ({ name }) => name, maxSelections: 3 });
const exact = st.selectbox("Code", ["ab", "abc", "xab"], { filterMode: "prefix", value: null });
const tag = st.selectbox("Tag", ["Fish", "Coal"], { acceptNewOptions: true, value: null });
if (st.button("Again")) st.text("again");
st.text(JSON.stringify({ port: port.id, stops: stops.map(({ id }) => id), exact, tag }));
