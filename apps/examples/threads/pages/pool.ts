import { st, ThreadPool } from "rivulet";
import primes from "../primes.thread.ts";

const size = st.slider("Threads at a time", { min: 1, max: 4, value: 2 });
const limit = st.numberInput("Primes below", { min: 10, max: 5_000_000, value: 200_000 });
if (!st.button("Start", { type: "primary" })) st.stop();

const pool = new ThreadPool({ size });
const parts = [1, 2, 3, 4, 5, 6].map((n) => Math.round((limit * n) / 6));

st.subheader("As they come");
const jobs = parts.map((below) => pool.submit(primes, below));
for await (const { below, count } of pool.asCompleted(jobs)) st.write(`${count} below ${below}`);

st.subheader("In order");
const counts = await pool.map(primes, parts);
st.write(counts.map(({ count }) => count).join(", "));
