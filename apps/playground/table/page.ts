import { st } from "rivulet";

st.title("Tables");
st.table([
  { ship: "**Ida**", tons: 1200, draught: 6.25, arrived: new Date("2026-11-21T00:00:00Z"), state: ":green-badge[moored]" },
  { ship: "Olga", tons: 860, draught: 5.5, arrived: new Date("2026-11-22T06:40:00Z"), state: ":material/schedule: expected" },
  { ship: "Emma", tons: null, draught: 4, arrived: null, state: "unknown" },
]);
st.table({ hour: [0, 6, 12, 18], knots: new Float64Array([8.5, 11.25, 14, 9]) }, { border: "horizontal", width: "content" });
st.table(
  [
    ["Holmen", "red"],
    ["Sund", "green"],
  ],
  { border: false },
);
st.table(
  new Map([
    ["berths", 12],
    ["cranes", 3],
  ]),
  { hideHeader: false },
);
st.table(
  Array.from({ length: 60 }, (_, i) => ({ minute: i, level: Math.round(Math.sin(i / 10) * 100) / 100 })),
  { height: 200 },
);
