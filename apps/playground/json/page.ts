import { st } from "rivulet";

const ship: Record<string, unknown> = {
  name: "Olga",
  built: new Date("1998-05-17T00:00:00Z"),
  holds: [{ tons: 400 }, { tons: 460.5 }],
  imo: 9_876_543n,
};
ship.self = ship;

st.title("JSON");
st.json(ship);
st.json('{"serialised": ["already", {"deep": {"deeper": true}}]}', { expanded: 2 });
st.json(
  { lights: new Map([["Holmen", "red"]]), crew: new Set(["Kari"]), nothing: undefined, depth: Number.NaN },
  { expanded: false, width: 400 },
);
