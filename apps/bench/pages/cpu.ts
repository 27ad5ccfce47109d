import { st } from "rivulet";

const millions = Number(process.env.BENCH_LOOPS ?? 100);
const state = st.sessionState.init({ count: 0 });

function burn(millions: number): number {
  let sum = 0;
  for (let million = 0; million < millions; million++) for (let i = 0; i < 1_000_000; i++) sum += i & 7;
  return sum;
}

if (st.button("Increment")) state.count += 1;
if (st.button("Burn work")) st.write(`burned ${burn(millions)}`);
if (st.button("Burn 5 s")) {
  const end = Date.now() + 5000;
  while (Date.now() < end) burn(1);
}
st.write(`count: ${state.count}.`);
for (let i = 0; i < 10; i++) st.markdown(`Static line ${i}: the quick brown fox jumps over the lazy dog.`);
st.write("BENCH-READY");
