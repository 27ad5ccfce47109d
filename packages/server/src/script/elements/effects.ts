import type { PageEffect } from "@rivulet/protocol";
import type { Container } from "../container.ts";

/**
 * Lets balloons rise over the page, once. For those who asked their device for less motion nothing moves.
 * @example
 * if (st.button("Finish")) st.balloons();
 */
export function balloons(this: Container): void {
  show(this, "balloons");
}

/**
 * Lets snow fall over the page, once. For those who asked their device for less motion nothing moves.
 * @example
 * if (st.button("Winter")) st.snow();
 */
export function snow(this: Container): void {
  show(this, "snow");
}

function show(container: Container, effect: PageEffect): void {
  container.at(`st.${effect}`).ctx.session.output.add({ type: "effect", effect });
}
