import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

const state = st.sessionState.init({ log: [] as string[], runs: 0 });
state.runs += 1;
const name = st.textInput("Name");
const amount = st.numberInput("Amount", { value: 1 });
const agree = st.checkbox("Agree");
if (st.button("Save")) state.log.push(`${name || "nobody"} ${amount} ${agree}`);
st.text(`saved: ${state.log.join(", ") || "nothing"}`);
st.text(`entered: ${name || "nobody"} ${amount} ${agree}`);
const speed = st.slider("Speed", { value: 0 });
// A page that takes longer than the next key takes to come.
await setTimeout(30);
st.text(`speed ${speed}`);
st.text(`run ${state.runs}`);
