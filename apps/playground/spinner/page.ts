import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

st.title("Spinners");
const ships = await st.spinner("Asking the :material/cell_tower: lighthouse", async () => {
  await sleep(20);
  st.caption("What the body writes stays.");
  return ["Ida", "Olga"];
});
st.text(ships.join(", "));

const sum = st.spinner(
  "Counting",
  () => {
    let total = 0;
    for (let i = 0; i < 1000; i++) total += i;
    return total;
  },
  { showTime: true, width: 300 },
);
st.text(sum);
