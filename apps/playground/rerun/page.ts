import { st } from "rivulet";

const state = st.sessionState.init({ step: 1 });

st.title("Rerun");
st.text(`step ${state.step} of 3`);
if (state.step < 3 && st.button("Next", { key: `next-${state.step}` })) {
  state.step += 1;
  st.rerun();
}
if (state.step === 3 && st.button("From the start")) {
  state.step = 1;
  st.rerun();
}
