import type { PagePlace } from "@rivulet/protocol";
import { ControlFlow } from "../control-flow.ts";
import { isWithin, type Fragment } from "../fragments/fragment.ts";
import { goTo } from "../pages/switch-page.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import { pageValue } from "../state/page-value.ts";
import type { WidgetRecord } from "../state/widget-states.ts";
import type { RerunScope } from "./rerun-scope.ts";

/**
 * Runs the schemas of submitted forms, then the callbacks of changed widgets, where the run is: others are due in a run of their own.
 * False if they asked for other runs instead (`ctx.rerun`).
 */
export async function runCallbacks(ctx: ScriptRunContext): Promise<boolean> {
  // A draft changes nothing that a callback could be due for.
  if (ctx.drafting) return true;
  const asked: (RerunScope | undefined)[] = [];
  // The last one counts, once all callbacks are done.
  let goesTo: PagePlace | undefined;
  ctx.inCallbacks = true;
  try {
    if (await ctx.session.forms.judge(ctx)) ctx.check("a form's schema");
    for (const record of ctx.session.widgets.takeChanged(({ fragment }) => isWithin(fragment, ctx.fragment))) {
      if (record.onChange === undefined) continue;
      ctx.acting();
      const { scope, place } = await callBack(record);
      asked.push(scope);
      goesTo = place ?? goesTo;
      ctx.check("a callback");
    }
  } finally {
    ctx.inCallbacks = false;
  }
  if (goesTo !== undefined) {
    ctx.rerun = "app";
    ctx.leave("superseded");
    goTo(ctx, goesTo);
    return false;
  }
  ctx.rerun = instead(ctx.fragment, asked);
  return ctx.rerun === undefined;
}

async function callBack(record: WidgetRecord): Promise<Pick<ControlFlow, "scope" | "place">> {
  try {
    await record.onChange?.(pageValue(record, record.fired ?? record.value) as never);
    return {};
  } catch (error) {
    // Of one that closes its dialog neither is there: whatever else is due goes on.
    if (error instanceof ControlFlow && ["rerun", "switchPage", "close"].includes(error.kind)) return error;
    throw error;
  }
}

/**
 * What runs instead of the run that was due, if not that one: callbacks that all name fragments spare the others a run; one that
 * asks for the page, or says nothing, gets what it would have had without the others (G4).
 */
function instead(due: Fragment | undefined, asked: readonly (RerunScope | undefined)[]): RerunScope | undefined {
  const named = asked.flatMap((scope) => (typeof scope === "object" ? scope : []));
  // Its body has been ended for it: what waits for that would wait for ever.
  const awaited = due?.part !== undefined;
  const own = awaited || asked.some((scope) => scope === undefined || scope === "fragment");
  if (due === undefined) return named.length === 0 || own || asked.includes("app") ? undefined : named;
  if (asked.includes("app")) return "app";
  if (named.length === 0) return undefined;
  return own ? [due, ...named] : named;
}
