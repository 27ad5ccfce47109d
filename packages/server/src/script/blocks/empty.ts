import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import type { Place } from "../script-run-context.ts";

/** A place for one element: each write replaces what is there. */
export interface Placeholder extends Container {
  /** Takes away what is there. */
  clear(): void;
}

/**
 * Keeps a place for one element: each write replaces the one before. `write` with several values makes them one.
 * @example
 * const status = st.empty();
 * status.write("Loading");
 * status.write(await load());
 */
export function empty(this: Container): Placeholder {
  const site = takeCallSite("empty", this);
  return placeholder(this.block("empty", {}, { call: "st.empty", site, label: "" }));
}

/** The container that writes into an `empty` block. */
export function placeholder(place: Place): Placeholder {
  return Object.assign(new Container(place), { clear });
}

function clear(this: Container): void {
  const { ctx, block } = this.at("st.empty().clear");
  ctx.session.tree.clear(block);
  ctx.session.output.emitted();
}
