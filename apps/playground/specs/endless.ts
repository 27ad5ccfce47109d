import { threadId } from "node:worker_threads";
import { st } from "rivulet";
import { waitAt } from "./gate.ts";

const state = st.sessionState.init({ count: 0 });
st.text(`thread ${threadId}`);
if (st.button("Count")) state.count += 1;
st.text(`count ${state.count}`);
if (st.button("Spin")) for (;;);
if (st.button("Count on for ever")) for (let i = 0; ; i++) state.count = i;
if (st.button("Wait")) {
  st.text("waiting");
  await waitAt("never", st.signal);
}
st.checkbox("At the end of the page");
