import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

st.title("Skeletons");
st.skeleton({ height: 160 });
const [left, right] = st.columns([1, 2]);
left.skeleton({ width: 120 });
right.skeleton();

st.header("Replaced by what was on its way", { divider: true });
const slot = st.skeleton({ height: 48 });
if (st.button("Load")) {
  await setTimeout(50);
  slot.success("Four ships are in.");
}

st.header("While work is done", { divider: true });
await st.skeleton({ height: 48 }).with(async () => {
  await setTimeout(10);
  st.write("Written meanwhile, and left.");
});
