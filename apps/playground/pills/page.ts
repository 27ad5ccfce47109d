import { st } from "rivulet";

const harbours = [
  { name: "Bergen", berths: 12 },
  { name: "Gdynia", berths: 30 },
  { name: "Riga", berths: 18 },
];

st.title("Pills");
st.write("A few options, all in sight. What is pressed comes back as your **own value**; pressed again, it is released.");

const harbour = st.pills("Harbour", harbours, {
  live: true,
  format: (one) => one.name,
  help: "None is chosen at first.",
  key: "harbour",
  bind: "query-params",
  persistState: "page",
  onChange: (one) => st.toast(one === null ? "Nowhere to go" : `To ${one.name}`),
});
const services = st.pills("Services", ["pilot", "tug", ":material/anchor: anchorage", ":blue[water]", "waste"], {
  selectionMode: "multi",
  value: ["tug"],
});
const tide = st.pills("Tide", ["low", "rising", "high"], { value: "high", required: true });
st.pills(
  "Month",
  ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  {
    wrap: false,
  },
);
st.pills("Closed", ["North", "South"], { value: "South", disabled: true, labelVisibility: "collapsed", width: 300 });

st.text(`${harbour === null ? "nowhere" : `${harbour.berths} berths`}; ${services.join(", ") || "no services"}; ${tide} tide`);
