import { badOption, RivuletError } from "../../errors.ts";
import { ControlFlow } from "../control-flow.ts";
import type { Fragment } from "../fragments/fragment.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import type { RerunScope } from "./rerun-scope.ts";

const CALL = "st.rerun";

/** Ends a run for other ones: see `st.rerun`. */
export function rerun(ctx: ScriptRunContext, what: string | readonly string[]): never {
  const scope = scopeOf(ctx, what);
  if (ctx.unseen) ctx.endUnseen("rerun");
  const { dialog } = ctx.session;
  if (scope === "app" && dialog?.holds(ctx)) dialog.shut(ctx);
  if (!ctx.inCallbacks) {
    ctx.rerun = scope;
    ctx.leave("superseded");
  }
  throw new ControlFlow("rerun", scope);
}

function scopeOf(ctx: ScriptRunContext, what: string | readonly string[]): RerunScope {
  if (what === "app") return what;
  if (what === "fragment") {
    if (ctx.fragment !== undefined) return what;
    throw badPlace(
      'with "fragment" was called in a run of the whole page, which would call it again without end. Call it where the fragment runs alone.',
    );
  }
  const keys = typeof what === "string" ? [what] : what;
  if (!Array.isArray(keys) || keys.length === 0)
    throw badOption(CALL, "scope", '"app", "fragment", or one or more keys of fragments', what);
  if (!ctx.inCallbacks) throw badPlace("with keys of fragments can only be called in a callback: elsewhere the page is running anyway.");
  return keys.map((key) => named(ctx, key));
}

function named({ session: { fragments } }: ScriptRunContext, key: string): Fragment {
  const fragment = fragments.byKey(key);
  if (fragment !== undefined) return fragment;
  const known = fragments.keys().map((name) => JSON.stringify(name));
  throw badOption(CALL, "scope", `the key of a fragment on the page (${known.join(", ") || "none has one"})`, key);
}

function badPlace(problem: string): RivuletError {
  return new RivuletError("RIVULET_BAD_PLACE", { call: CALL, problem });
}
