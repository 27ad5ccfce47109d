import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";

/** A place for one element: each write replaces what is there. */
export class Placeholder extends Container {
  /** Takes away what is there. */
  clear(): void {
    const { ctx, block } = this.at("clear");
    ctx.session.tree.clear(block);
    ctx.session.output.emitted();
  }
}

/**
 * Keeps a place for one element.
 * @example
 * const status = st.empty();
 * status.write("Loading");
 * status.write(await load());
 */
export function empty(this: Container): Placeholder {
  const site = takeCallSite("empty", this);
  return new Placeholder(this.block("empty", {}, { call: "st.empty", site, label: "" }));
}
