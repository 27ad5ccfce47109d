import { st } from "rivulet";

/** Asks how long each thread waits, and goes on once the button is pressed. */
export function seconds(): number {
  const chosen = st.numberInput("Seconds", { min: 0, max: 30, value: 5, step: 0.1, help: "How long each thread waits." });
  if (!st.button("Start", { type: "primary" })) st.stop();
  return chosen;
}
