import { st } from "rivulet";

const seconds = Number(process.env.BENCH_N ?? 10);
const state = st.sessionState.init({ count: 0 });

if (st.button("Increment")) state.count += 1;
st.write(`count: ${state.count}.`);
const slot = st.empty();
if (st.button("Flood")) {
  const end = Date.now() + seconds * 1000;
  // No two alike, so that nothing is left out for being the same.
  for (let i = 0; Date.now() < end; i++) slot.text(`${i} ${String(Math.random()).repeat(50)}`);
  slot.text("flooded");
}
