import type { Fragment } from "../fragments/fragment.ts";
import type { ScriptRunContext } from "../script-run-context.ts";

/** A run under way: of the page, or of one fragment of it. `st.rerun()` gives it another context, and another number. */
export class ActiveRun {
  /** The request that it answers. */
  readonly no: number;
  /** Undefined: the page. */
  readonly fragment: Fragment | undefined;
  /** What the body has returned. */
  value: unknown;
  over = false;
  /** There from the moment that it begins. */
  ctx!: ScriptRunContext;

  constructor(no: number, fragment: Fragment | undefined) {
    this.no = no;
    this.fragment = fragment;
  }
}
