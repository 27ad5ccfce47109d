import { st } from "rivulet";

st.title("Sliders");
st.write("Plan a **sailing trip** by dragging. Every slider answers while you look at the summary below.");

const hours = st.slider("Hours at sea", {
  min: 1,
  max: 24,
  value: 6,
  help: "A watch is four hours.",
  onChange: (chosen) => st.toast(`${chosen} hours`),
});
const [weakest, strongest] = st.slider("Wind in knots", { max: 60, value: [8, 22], format: "%d kn" });
const share = st.slider("Share of the crew on watch", { value: 0.5, format: "percent" });
const distance = st.slider("Distance", {
  min: 0,
  max: 500,
  step: 12.5,
  value: 100,
  format: "%.1f nm",
  key: "distance",
  bind: "query-params",
  persistState: "page",
});
st.slider("Depth below the keel", { min: -10, max: 40, value: 12, disabled: true });
st.slider("Only heard", { value: 50, labelVisibility: "collapsed", width: 300 });

const day = st.slider("Day of departure", { min: "2026-04-01", max: "2026-10-31", value: "2026-06-13", format: "ddd, D MMM" });
const [open, close] = st.slider("The harbour is open", { value: ["06:30", "21:00"], step: { minutes: 30 }, live: true, required: true });
const [from, to] = st.slider("Berth", {
  value: ["2026-06-13T12:00", "2026-06-15T09:30"],
  min: "2026-06-12T00:00",
  max: "2026-06-17T00:00",
  step: { hours: 1, minutes: 30 },
  format: "localized",
  key: "berth",
  help: "Whole watches.",
  onChange: (berth) => st.toast(`until ${berth[1]}`),
  width: 480,
});
const start = st.slider("Start signal", { min: "11:59:30", max: "12:00:30", step: 1000, onChange: "ignore" });
st.slider("Season", { value: "2026-06-13", step: { days: 7 }, disabled: true, labelVisibility: "hidden" });

st.text(`${day}, open ${open} to ${close}, berth ${from} to ${to}, start ${start}`);
st.text(`${hours} h, wind ${weakest} to ${strongest} kn, ${Math.round(share * 100)} % on watch, ${distance} nm`);
