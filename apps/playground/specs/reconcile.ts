import { setImmediate, setTimeout } from "node:timers/promises";
import { st, type Container } from "rivulet";

/** Long enough that sending an element again shows in the number of bytes. */
const FILL = "Rain is coming up from the west. ".repeat(24);

const draw = {
  text: (place: Container, name: string) => void place.text(`${name}: ${FILL}`),
  input: (place: Container, name: string) => void place.textInput(`${name}:`, { help: FILL }),
  keyed: (place: Container, name: string) => void place.checkbox(`${name}: ${FILL}`, { key: name }),
  box: (place: Container, name: string) => void place.container({ key: name }).text(`${name}: ${FILL}`),
};

const kind = st.sidebar.selectbox("Kind", ["text", "input", "keyed", "box"] as const);
const names = st.sidebar.textInput("Names").split(" ").filter(Boolean);

/** Awaits between elements, once for longer than it takes until a frame is sent. */
async function list(place: Container, prefix: string): Promise<void> {
  for (const name of names) {
    draw[kind](place, `${prefix}-${name}`);
    await (name === "c" ? setTimeout(20) : setImmediate());
  }
}

await list(st, "top");
st.divider();
st.text("Between");
await list(st, "middle");
st.divider();
const [left, right] = st.columns(2);
left.text("Above the list in the column");
await list(left, "column");
left.text("Below the list in the column");
await setImmediate();
right.text("Beside");
