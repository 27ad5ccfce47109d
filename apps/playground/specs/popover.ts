import { st } from "rivulet";

const state = st.sessionState.init({ runs: 0 });
state.runs++;
st.text(`run ${state.runs}`);
st.button("Elsewhere");
const plain = st.popover("Filters", { help: "What is shown" });
const name = plain.textInput("Name");
const kind = plain.selectbox("Kind", ["plain", "fancy"]);
const at = plain.timeInput("At", { value: null, step: 3600 });
plain.text(`chosen: ${[name, kind, at].filter(Boolean).join(" ")}`);
const told = st.popover("Log", { onChange: "rerun" });
if (told.open) told.text("the log");
st.text(told.open ? "open" : "closed");
const inDialog = st.dialog("Window", () => void st.popover("More").text("inside"));
if (st.button("Open window")) inDialog();
