import type { RunOutcome } from "@rivulet/protocol";
import type { ScriptRunContext } from "../script-run-context.ts";

/** How a run ends for its session. */
export type Outcome = RunOutcome | "superseded" | "rerun";

/** How a run has ended whose body is over, or was left. */
export function endOf(ctx: ScriptRunContext): Exclude<Outcome, "error"> {
  if (ctx.rerun) return "rerun";
  const { end } = ctx;
  switch (end) {
    case undefined:
    case "finished":
      return "finished";
    case "closed":
    case "superseded":
      return "superseded";
    case "stopped":
    case "timeout":
      return end;
  }
}
