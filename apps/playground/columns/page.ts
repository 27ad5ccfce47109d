import { st } from "rivulet";

st.title("Columns");
const [north, south] = st.columns(2, { border: true });
north.write("**North quay**");
north.metric("Free berths", 4);
south.write("**South quay**");
south.metric("Free berths", 0);

const [wide, narrow] = st.columns([3, 1], { gap: "large", verticalAlignment: "bottom" });
const search = wide.textInput("Ship", { placeholder: "Name or number" });
if (narrow.button("Find", { width: "stretch" })) st.text(`found: ${search}`);

for (const column of st.columns(4, { wrap: false, gap: 4, width: 480 })) column.badge("scrolls on a phone");
