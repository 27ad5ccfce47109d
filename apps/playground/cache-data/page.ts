import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";

// A slow question whose answer is kept for ten minutes, for everybody.
const depth = st.cacheData(
  async (lake: string) => {
    await sleep(20, undefined, { signal: st.signal });
    const metres = { Baikal: 1642, Tanganyika: 1470, Superior: 406 }[lake];
    return { lake, metres, askedAt: new Date() };
  },
  { ttl: "10m", maxEntries: 100, showTime: true },
);

// Kept over restarts of the server, and served for a minute longer while it is asked anew. Of a chart only the name counts.
const scale = st.cacheData(async (chart: { name: string; opened: Date }) => ({ chart: chart.name, scale: 50_000 }), {
  ttl: "1h",
  staleFor: "1m",
  persist: "disk",
  hash: (chart) => chart.name,
});

// What only this session may see.
const notes = st.cacheData(async () => [`seen ${new Date().toISOString()}`], { key: "notes", scope: "session", showSpinner: false });

st.title("Lakes");
const lake = st.selectbox("Lake", ["Baikal", "Tanganyika", "Superior"]);
if (st.button("Ask again")) await depth.clear(lake);
const answer = await depth(lake);
st.metric(answer.lake, `${answer.metres} m`);
st.caption(`Asked at ${answer.askedAt.toISOString()}`);
st.text((await notes()).join("\n"));
st.text(`1 : ${(await scale({ name: lake, opened: new Date() })).scale}`);
