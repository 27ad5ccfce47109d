import { st } from "rivulet";

st.title("Containers");
const top = st.container({ border: true });
st.write("This line was written first, and stands below the box.");
top.write("The box was made before it: **out of order** is fine.");

const buttons = st.container({
  horizontal: true,
  horizontalAlignment: "distribute",
  verticalAlignment: "center",
  gap: "medium",
  wrap: false,
  width: 480,
});
for (const label of ["Left", "Middle", "Right"]) buttons.button(label);

const log = st.container({ height: 120, autoscroll: true, key: "log" });
await log.with(async () => {
  for (let line = 1; line <= 12; line++) st.text(`log line ${line}`);
});
