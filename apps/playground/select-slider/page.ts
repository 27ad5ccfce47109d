import { st } from "rivulet";

const winds = [
  { name: "calm", knots: 0 },
  { name: "breeze", knots: 8 },
  { name: "gale", knots: 34 },
  { name: "storm", knots: 48 },
  { name: "hurricane", knots: 64 },
];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

st.title("Select sliders");
st.write("Options that have an order, on a line.");

const wind = st.selectSlider("Wind", winds, {
  required: true,
  live: true,
  format: (one) => one.name,
  value: winds[1],
  help: "At the lighthouse.",
  key: "wind",
  bind: "query-params",
  persistState: "page",
});
const [from, to] = st.selectSlider("Season", months, { value: ["April", "October"] });
const size = st.selectSlider("Rope", ["S", "M", "L"], { width: 240, onChange: (chosen) => st.toast(`Rope ${chosen}`) });
st.selectSlider("Fixed", ["slow", "fast"], { disabled: true, labelVisibility: "hidden" });

st.text(`${wind.knots} knots, ${from} to ${to}, rope ${size}`);
