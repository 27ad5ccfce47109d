import { st } from "rivulet";
import { Counter } from "./counter.ts";

// One for all sessions in this worker.
const shared = st.cacheResource(() => new Counter());
// One for this session, closed when it ends.
const own = st.cacheResource(async (start: number) => new Counter(start), {
  scope: "session",
  onRelease: (counter) => counter.close(),
  key: "own counter",
  showSpinner: "Opening the counter",
  showTime: true,
  hash: (start) => Math.round(start),
});

st.title("Live objects");
const counter = await shared();
const mine = await own(10);
if (st.button("Count")) {
  counter.count();
  mine.count();
}
if (st.button("Start again")) await own.clear();
st.metric("Everybody", counter.value);
st.metric("This session", (await own(10)).value);
