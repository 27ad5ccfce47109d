import { st } from "rivulet";

st.title("Metrics");
const [wind, depth, traffic] = st.columns(3);
wind.metric("Wind", 12.4, {
  delta: -1.2,
  format: "%.1f m/s",
  chartData: [9, 11, 13.5, 13, 12.4],
  border: true,
  deltaDescription: "in an hour",
});
depth.metric("Draught limit", 11, { delta: 0, border: true, chartData: [11, 11, 11], chartType: "bar", help: "At mean low water." });
traffic.metric("Ships", 1_284, {
  delta: 96,
  format: "compact",
  border: true,
  chartData: new Float32Array([3, 8, 5, 9]),
  chartType: "area",
  icon: ":material/directions_boat:",
});

const [fuel, waiting, pilots] = st.columns(3);
fuel.metric("Fuel price", 0.895, { delta: 0.03, deltaColor: "inverse", format: "euro" });
waiting.metric("Waiting time", "2 h 10 min", { delta: "-20 min", deltaColor: "inverse" });
pilots.metric("Pilots on duty", null, { delta: "3 expected", deltaColor: "violet", deltaArrow: "off" });
st.metric("Only the number is seen", 7, { labelVisibility: "collapsed", border: true, width: 200, height: 120 });
