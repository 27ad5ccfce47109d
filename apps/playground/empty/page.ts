import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

st.title("Placeholders");
st.write("A placeholder keeps a place for one element: each write replaces the one before.");
const status = st.empty();
const list = st.empty();
st.caption("This was written after the placeholders, and stands below them.");

for (const left of [3, 2, 1]) {
  status.info(`Casting off in ${left}`);
  await sleep(20);
}
status.success("Cast off");
list.write("Aboard:", [{ name: "Kari", duty: "pilot" }]);
if (st.checkbox("Clear the list")) list.clear();
