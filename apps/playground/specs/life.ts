import { setTimeout } from "node:timers/promises";
import { st } from "rivulet";

const state = st.sessionState.init({ count: 0 });
if (st.button("Count")) state.count += 1;
const values = [
  st.checkbox("Checkbox", { key: "box" }),
  st.slider("Slider", { value: 5 }),
  st.textInput("Text"),
  st.numberInput("Number"),
  st.radio("Radio", ["left", "right"]),
  st.selectbox("Select", ["one", "two"]),
];
await setTimeout(20);
st.text(`count ${state.count}, ${values.join(" ")}`);
