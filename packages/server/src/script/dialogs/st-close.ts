import { RivuletError } from "../../errors.ts";
import { ControlFlow } from "../control-flow.ts";
import type { ScriptRunContext } from "../script-run-context.ts";

declare const answer: unique symbol;

/** What a dialog's body returns to close it: tells the compiler what the answer is. */
export interface Closing<T> {
  readonly [answer]: T;
}

/** Closes the dialog around the running code: see `st.close`. */
export function close(ctx: ScriptRunContext, value: unknown): never {
  const { root, session } = ctx;
  const { dialog } = session;
  // A callback of one of its widgets may be called by a run of the page.
  if (dialog === undefined || !(dialog.holds(ctx) || root.inCallbacks)) {
    const problem = "was called outside of a dialog. Call it in the body that st.dialog() was given, or in a callback of a widget there.";
    throw new RivuletError("RIVULET_BAD_PLACE", { call: "st.close", problem });
  }
  if (root.fragment?.isWithin(dialog.fragment)) root.leave("finished");
  dialog.close(value, ctx);
  throw new ControlFlow("close");
}

/** Throws where `call` has no meaning in a dialog. */
export function notInDialog(ctx: ScriptRunContext, call: string): void {
  if (ctx.session.dialog?.holds(ctx) !== true) return;
  const problem = "cannot be used in a dialog, which covers it. Close the dialog and write there with its answer.";
  throw new RivuletError("RIVULET_BAD_PLACE", { call, problem });
}
