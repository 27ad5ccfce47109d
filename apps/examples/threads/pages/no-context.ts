import { st } from "rivulet";
import { seconds } from "../seconds.ts";
import writer from "../writer.thread.ts";

const delay = seconds();

// Without addScriptRunCtx(t, getScriptRunCtx()) the thread belongs to no page.
const t = writer.thread(delay, st.empty()).start();
try {
  await t.join();
} catch (error) {
  st.exception(error);
}
