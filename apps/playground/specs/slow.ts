import { st } from "rivulet";
import { blockAt, waitAt } from "./gate.ts";

const how = st.sidebar.radio("Work", ["none", "blocking", "awaiting"]);
const state = st.sessionState.init({ runs: 0 });
state.runs += 1;

st.text("Before the work");
if (how !== "none") st.write(`Loading, run ${state.runs}`);
if (how === "blocking") blockAt("work");
if (how === "awaiting") await waitAt("work", st.signal);
const chosen = st.checkbox("Not reached yet");
const box = st.container({ border: true });
box.text("inside a box");
st.text(`chosen: ${chosen}, run ${state.runs}`);
