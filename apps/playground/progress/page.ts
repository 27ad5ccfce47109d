import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

st.title("Progress");
st.progress(0.7, { text: "Loading cargo :material/inventory_2:" });
st.progress(1, { width: 300 });

if (st.button("Sound the tanks")) {
  const bar = st.progress(0, { text: "Tank 1" });
  for (let tank = 1; tank <= 4; tank++) {
    await sleep(50);
    bar.progress(tank / 4, { text: `Tank ${tank} of 4` });
  }
}
