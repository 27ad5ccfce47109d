import { st } from "rivulet";

st.title("Color pickers");
st.write("Paint the **boat**.");

const hull = st.colorPicker("Hull", {
  required: true,
  live: true,
  value: "#B01C34",
  help: "Below the waterline.",
  key: "hull",
  bind: "query-params",
  persistState: "page",
});
const deck = st.colorPicker("Deck", { value: "#fc8", onChange: () => st.toast("Painted") });
const mast = st.colorPicker("Mast");
st.colorPicker("Sails", { value: "#ffffff", disabled: true });
st.colorPicker("Flag, across the page", { value: "#0b84c6", width: "stretch" });
st.colorPicker("Only heard", { value: "#12936a", labelVisibility: "collapsed" });

st.text(`hull ${hull}, deck ${deck}, mast ${mast}`);
