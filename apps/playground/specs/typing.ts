import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

const state = st.sessionState.init({ above: 0, runs: 0 });
state.runs += 1;
st.text(`run ${state.runs}`);
if (st.button("Add fields above")) state.above += 1;
if (st.button("Take fields away")) state.above -= 1;
// Equal to one another and, but for its call site, to the field below.
for (let i = 0; i < state.above; i++) {
  st.text(`Above, no. ${i}`);
  st.textInput("Name");
}
const ticking = st.checkbox("Ticking");
const clock = st.empty();
const name = st.textInput("Name", { value: "server" });
const search = st.textInput("Search", { live: true });
const amount = st.numberInput("Amount", { value: 1, integer: false });
st.text(`name ${name}, search ${search}, amount ${amount}`);
for (let i = 0; ticking && !st.signal.aborted; i++) {
  clock.text(`tick ${i}`);
  await setTimeout(5);
}
