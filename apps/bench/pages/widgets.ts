import { st } from "rivulet";

const widgets = Number(process.env.BENCH_N ?? 200);
const ports = Array.from({ length: 10_000 }, (_, i) => `Port number ${i}`);
const state = st.sessionState.init({ count: 0 });

if (st.button("Increment")) state.count += 1;
st.write(`count: ${state.count}.`);
st.selectbox("Ports", ports);
for (let i = 0; i < widgets; i++) {
  if (i % 8 === 0) st.slider(`Slider ${i}`, { value: 5, max: 10 });
  else if (i % 8 === 1) st.textInput(`Text ${i}`, { placeholder: "text" });
  else if (i % 8 === 2) st.numberInput(`Number ${i}`, { min: 0, max: 100, value: 5 });
  else if (i % 8 === 3) st.selectbox(`Selectbox ${i}`, ["one", "two", "three"]);
  else if (i % 8 === 4) st.checkbox(`Checkbox ${i}`);
  else if (i % 8 === 5) st.radio(`Radio ${i}`, ["left", "right"], { horizontal: true });
  else if (i % 8 === 6) st.multiselect(`Multiselect ${i}`, ["x", "y", "z"]);
  else st.dateInput(`Date ${i}`, { value: "2026-11-22" });
}
st.write("BENCH-READY");
