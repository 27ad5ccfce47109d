import { addScriptRunCtx, st } from "rivulet";
import { last } from "../last.ts";
import { seconds } from "../seconds.ts";
import writer from "../writer.thread.ts";

st.write(`The last thread: ${last.outcome}`);

const t = writer.thread(seconds(), st.empty());
addScriptRunCtx(t).start();
t.join().then(
  () => (last.outcome = "it wrote in time"),
  (error: Error) => (last.outcome = error.message),
);
st.write("This run ends now. Its thread goes on, and may write no more.");
