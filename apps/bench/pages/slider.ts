import { st } from "rivulet";

const amount = st.slider("Amount", { min: 0, max: 1000, value: 10 });
st.write(`amount is ${amount}.`);
st.write("BENCH-READY");
