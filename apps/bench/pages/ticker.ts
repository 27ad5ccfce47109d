import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

const slot = st.empty();
for (;;) {
  slot.text(`at ${Date.now()}.`);
  await sleep(1000);
}
