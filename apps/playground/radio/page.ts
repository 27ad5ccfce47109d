import { st } from "rivulet";

st.title("Radio groups");
st.write("Few choices, all in sight.");

const watch = st.radio("Watch", ["First", "Middle", "Morning"], { required: true, live: true, captions: ["20 to 24", "0 to 4", "4 to 8"] });
const rig = st.radio("Rig", [":blue[sloop]", "ketch", "**schooner**"], {
  value: "ketch",
  horizontal: true,
  key: "rig",
  bind: "query-params",
  persistState: "page",
});
const rope = st.radio("Rope in mm", [8, 10, 12], { value: null, help: "Nothing is chosen at first." });
st.radio("Berth", [{ deck: 1 }, { deck: 2 }], {
  format: ({ deck }) => `deck ${deck}`,
  labelVisibility: "collapsed",
  width: "stretch",
  onChange: ({ deck }) => st.toast(`Deck ${deck}`),
});
st.radio("Bunk", ["upper", "lower"], { disabled: true });

st.text(`${watch} watch on a ${rig}, ${rope === null ? "no rope yet" : `rope of ${rope} mm`}`);
