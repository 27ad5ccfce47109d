import { st } from "rivulet";

st.write("above");
const limits = { min: 9, max: 3 };
st.slider("Draught", limits);
