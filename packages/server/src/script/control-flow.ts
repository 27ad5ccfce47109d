import type { PagePlace } from "@rivulet/protocol";
import type { RerunScope } from "./runs/rerun-scope.ts";

/** Ends a run from inside: thrown by `st.stop()`, `st.rerun()`, `st.switchPage()`, `st.close()`, and by any `st.*` call of a run that is over. */
export class ControlFlow extends Error {
  override readonly name = "ControlFlow";

  constructor(
    readonly kind: "stop" | "rerun" | "switchPage" | "close" | "interrupted",
    readonly scope?: RerunScope,
    /** Where the next run is. */
    readonly place?: PagePlace,
  ) {
    super(`The page run ends here (${kind}). Rethrow this: st.isControlFlow(error) tells it from an error.`);
  }
}

/** True for what `st.stop()`, `st.rerun()`, `st.switchPage()`, `st.close()` and a superseded run throw; a library's catch-all rethrows it. */
export function isControlFlow(error: unknown): error is ControlFlow {
  return error instanceof ControlFlow;
}
