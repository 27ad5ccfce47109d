import { block } from "../element.ts";
import type { WidgetId } from "../node.ts";

/** A part of a page that runs again on its own, when one of its widgets is used. Shows nothing itself. */
export interface FragmentProps {
  /** What `UpdateMsg.fragment` says. */
  readonly id: WidgetId;
  /** Seconds from the end of one run to the next one that nobody asked for. */
  readonly every?: number | undefined;
  /** True: the body of the form around it. It runs alone for drafts only; what is submitted is for what stands around the form. */
  readonly form?: boolean | undefined;
}

export const fragment = block<FragmentProps>();
