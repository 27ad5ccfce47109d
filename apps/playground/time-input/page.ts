import { st } from "rivulet";

st.title("Time inputs");
st.write("Set the **watches** of the night.");

const wake = st.timeInput("Wake me at", {
  required: true,
  live: true,
  value: "06:30",
  step: "10m",
  help: "Half an hour before the watch.",
  key: "wake",
  bind: "query-params",
  persistState: "page",
});
const tide = st.timeInput("High tide", { value: null, format: "12h", onChange: () => st.toast("Tide noted") });
const signal = st.timeInput("Signal", { value: "12:00:30", step: 30 });
const log = st.timeInput("Log entry at", { format: "localized" });
st.timeInput("Sunset", { value: "21:45", disabled: true, width: 160 });
st.timeInput("Only heard", { value: "00:00", labelVisibility: "collapsed" });

st.text(`wake ${wake}, tide ${tide ?? "unknown"}, signal ${signal}`);
st.text(`log ${log}`);
