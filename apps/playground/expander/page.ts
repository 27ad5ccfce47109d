import { st } from "rivulet";

st.title("Expanders");
const rules = st.expander("Rules of the harbour", { icon: ":material/gavel:" });
rules.markdown("1. Six knots.\n2. No wash at the quay.");
st.expander("Open at first", { expanded: true, type: "compact", width: 480 }).write("And closed by whoever likes.");

const manifest = st.expander("Manifest", { key: "manifest", onChange: "rerun" });
if (manifest.open) manifest.table([{ cargo: "timber", tons: 860 }]);
else st.caption("The manifest is loaded when somebody opens it.");

for (const step of ["Order a pilot", "Pass the lighthouse", "Moor"]) st.expander(step, { type: "step" }).write("Done in its time.");
