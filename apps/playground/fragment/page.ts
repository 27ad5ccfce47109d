import { st } from "rivulet";

st.title("Fragments");
const state = st.sessionState.init({ pageRuns: 0, partRuns: 0, beats: 0 });
state.pageRuns++;
st.caption(`The page has run ${state.pageRuns} times.`);

const summary = st.container({ border: true });
summary.write("What a fragment writes here is redrawn in its place:");

const order = st.fragment(
  (harbour: string) => {
    state.partRuns++;
    const tons = st.slider("Tons", { max: 500, value: 120 });
    st.write(`${harbour}: ${tons} t, run ${state.partRuns} of this part.`);
    summary.write(`Ordered for ${harbour}: **${tons} t**`);
    if (st.button("Order everywhere", { type: "primary" })) st.rerun();
  },
  { key: "order" },
);
order(st.selectbox("Harbour", ["Kiel", "Bergen", "Riga"]));

const clock = st.fragment(
  () => {
    state.beats++;
    st.text(`Beat ${state.beats}`);
  },
  { key: "clock", runEvery: "2s" },
);
clock();

// Runs beside the page, which does not wait for it.
const forecast = st.fragment(() => void st.caption("Fair until the evening."), { parallel: true });
forecast();
st.button("Beat now", { onClick: () => st.rerun("clock") });
