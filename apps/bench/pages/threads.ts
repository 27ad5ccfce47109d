import { st } from "rivulet";
import wait from "./wait.thread.ts";

if (st.button("One thread")) {
  const start = performance.now();
  await wait(0);
  st.write(`took ${(performance.now() - start).toFixed(3)} ms`);
}
if (st.button("Two threads")) await Promise.all([wait(1000), wait(1000)]);
st.write("BENCH-READY");
