import { setTimeout } from "node:timers/promises";
import { st, type Container } from "rivulet";
import { seconds } from "../seconds.ts";
import { span } from "../span.ts";

const delay = seconds();

/** Waiting needs no thread: an async function carries its page's context by itself. */
async function wait(target: Container): Promise<void> {
  const start = Date.now();
  await setTimeout(delay * 1000, undefined, { signal: st.signal });
  target.write(span({ start, end: Date.now() }));
}

st.header("t1");
const slot1 = st.empty();
st.header("t2");
const slot2 = st.empty();
await Promise.all([wait(slot1), wait(slot2)]);
