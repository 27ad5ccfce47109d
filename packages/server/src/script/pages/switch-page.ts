import type { PagePlace } from "@rivulet/protocol";
import { ControlFlow } from "../control-flow.ts";
import { currentPlace, type ScriptRunContext } from "../script-run-context.ts";
import type { Page } from "./page.ts";
import { placeOf, type PageTarget, type PlainTarget, type TargetOptions } from "./target.ts";

const CALL = "st.switchPage";

/**
 * Ends the run here and goes to another page of the app: a page, its file relative to the entry, or its address ("/orders/7"). In a
 * callback: once all callbacks are done. The browser's back button comes back.
 * @throws UnknownPageError for what is no page of the app; BadOptionError for an address elsewhere and for missing parameters.
 * @example
 * if (st.button("Open")) st.switchPage(order, { params: { id: "7" }, queryParams: { tab: "items" } });
 */
export function switchPage<Params extends object>(page: Page<Params>, options: TargetOptions<Params> & { readonly params: Params }): never;
export function switchPage(page: PlainTarget, options?: TargetOptions): never;
export function switchPage(page: PageTarget, options: TargetOptions = {}): never {
  const { ctx } = currentPlace(CALL);
  ctx.check(CALL);
  const run = ctx.root;
  const place = placeOf(run.session, CALL, page, options);
  if (run.unseen) run.endUnseen("rerun");
  const { dialog } = run.session;
  if (dialog?.holds(ctx)) dialog.shut(run);
  if (!run.inCallbacks) {
    // Revoked before it throws: a catch must not swallow it (SR5).
    run.rerun = "app";
    run.leave("superseded");
    goTo(run, place);
  }
  throw new ControlFlow("switchPage", undefined, place);
}

/** The run that follows is at `place`. */
export function goTo({ session }: ScriptRunContext, place: PagePlace): void {
  session.place.goTo(place, "push");
}
