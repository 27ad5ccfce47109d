import { st } from "rivulet";

const state = st.sessionState.init({ count: 0 });

if (st.button("Increment")) state.count += 1;
st.write(`count: ${state.count}.`);
if (st.button("Run away")) {
  st.write("running away");
  for (;;);
}
