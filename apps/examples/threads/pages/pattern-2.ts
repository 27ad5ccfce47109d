import { addScriptRunCtx, getScriptRunCtx, st } from "rivulet";
import { seconds } from "../seconds.ts";
import writer from "../writer.thread.ts";

const delay = seconds();

st.header("t1");
const t1 = writer.thread(delay, st.empty());
st.header("t2");
const t2 = writer.thread(delay, st.empty());

for (const t of [t1, t2]) {
  addScriptRunCtx(t, getScriptRunCtx());
  t.start();
}
for (const t of [t1, t2]) await t.join();
