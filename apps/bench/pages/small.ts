import { st } from "rivulet";

const lines = Number(process.env.BENCH_N ?? 10);
const state = st.sessionState.init({ count: 0 });

if (st.button("Increment")) state.count += 1;
st.write(`count: ${state.count}.`);
for (let i = 0; i < lines; i++) st.markdown(`Static line ${i}: the quick brown fox jumps over the lazy dog.`);
st.write("BENCH-READY");
