import { currentPlace } from "../script-run-context.ts";

/** Writes that there is no page at `path`, with a link to the default one. */
export function showNotFound(path: string): void {
  const { ctx, block } = currentPlace("st.navigation");
  ctx.check("st.navigation");
  ctx.session.tree.emit(block, "pageNotFound", { path });
  ctx.session.output.emitted();
}
