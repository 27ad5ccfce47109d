import { st } from "rivulet";

st.title("Switches");
st.write("A switch takes effect at once; a checkbox is one of several answers.");

const live = st.toggle("Live data", { required: true, live: true, value: true, onChange: (on) => st.toast(on ? "Live again" : "Paused") });
const night = st.toggle("Night colours", {
  key: "night",
  bind: "query-params",
  persistState: "page",
  help: "Red on black, as on a bridge.",
});
st.toggle("Autopilot", { disabled: true });
st.toggle("Only heard", { labelVisibility: "hidden", width: 200, wrap: false });

st.text(`live: ${live}, night: ${night}`);
