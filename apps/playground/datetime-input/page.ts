import { st } from "rivulet";

st.title("Datetime inputs");
st.write("When does the **ferry** leave, to the minute?");

const departure = st.datetimeInput("Departure", {
  required: true,
  live: true,
  value: "2026-11-22T13:45",
  min: "2026-11-20T06:00",
  max: "2026-12-20T22:00",
  step: "5m",
  format: "DD.MM.YYYY",
  help: "In the harbour's own time.",
  key: "departure",
  bind: "query-params",
  persistState: "page",
});
const arrival = st.datetimeInput("Arrival", { value: null, onChange: () => st.toast("Arrival noted") });
const log = st.datetimeInput("Log entry at");
st.datetimeInput("Sold out since", { value: "2026-11-01T09:00", disabled: true, width: 260 });
st.datetimeInput("Only heard", { value: "2026-11-01T09:00", labelVisibility: "collapsed" });

st.text(`departure ${departure}, arrival ${arrival ?? "open"}`);
st.text(`log ${log}`);
