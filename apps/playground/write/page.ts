import { st } from "rivulet";

st.title("Write");
st.write("`st.write` shows **anything** as what it is. Texts, numbers and dates become one text:");
st.write("Departure", new Date("2026-11-22T00:00:00Z"), "at berth", 7, "on time:", true, 12n);
st.write("Nothing is shown as code:", null, undefined);

st.write("Rows become a table,", [
  { ship: "Ida", tons: 1200, arrived: new Date("2026-11-21T00:00:00Z") },
  { ship: "Olga", tons: 860.5, arrived: null },
]);
st.write("columns too,", { hour: [6, 12, 18], knots: new Float64Array([8.5, 14, 11.25]) });
st.write("other data becomes JSON:", { crew: new Set(["Kari", "Juhan"]), watch: new Map([["first", "Kari"]]), limits: [1, 2] });
st.write("Errors keep their place:", new RangeError("The draught is 7 m, the fairway 6 m."));
st.write("Functions show their code:", function knots(metresPerSecond: number) {
  return metresPerSecond * 1.944;
});
