import { threadId } from "node:worker_threads";
import { st } from "rivulet";

/** Ticks by itself: after a move its request brings the new worker's tree. */
const Ticking = st.fragment(
  () => {
    const state = st.sessionState.init({ ticks: 0 });
    st.text(`tick ${++state.ticks} in thread ${threadId}`);
  },
  { runEvery: 0.1 },
);

st.title("A page whose worker ends");
// Written later it has a late number in this worker, and an early one in the next.
if (st.checkbox("Note")) st.text("Written down");
st.textInput("Name");
st.expander("More").text("inside");
const lines = st.container({ height: 120 });
for (let i = 0; i < 40; i++) lines.text(`line ${i}`);
Ticking();
if (st.button("Compute without end")) for (;;);
