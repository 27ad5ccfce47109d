import { st } from "rivulet";

st.title("Number inputs");
st.write("Order **provisions** for the voyage.");

const crates = st.numberInput("Crates of water", { required: true, live: true, min: 1, max: 12 });
const price = st.numberInput("Price per crate", { value: 4.5, min: 0, step: 0.05, format: "dollar", icon: ":material/payments:" });
const discount = st.numberInput("Discount in %", {
  value: null,
  min: 0,
  max: 100,
  placeholder: "None agreed",
  key: "discount",
  bind: "query-params",
  persistState: "page",
});
st.numberInput("Whole or not", { integer: false, value: 3, help: "Takes fractions, though 3 is none." });
const spare = st.numberInput("Spare", { onChange: "ignore", format: "%d crates" });
st.numberInput("Stock", { value: 48, disabled: true, width: 200, labelVisibility: "hidden" });

const total = crates * price * (1 - (discount ?? 0) / 100);
st.text(
  `${crates} crates, ${total.toFixed(2)} in all${discount === null ? "" : ` after ${discount} % off`}${spare === 0 ? "" : `, ${spare} spare`}`,
);
