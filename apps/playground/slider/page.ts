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

st.text(`${hours} h, wind ${weakest} to ${strongest} kn, ${Math.round(share * 100)} % on watch, ${distance} nm`);
