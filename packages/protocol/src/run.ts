import type { ForwardMsg } from "./forward-msg.ts";
import type { WidgetId } from "./node.ts";

/** A run under way. */
export interface Run {
  readonly no: number;
  /** Absent: the whole page runs. */
  readonly fragment?: WidgetId | undefined;
}

/** The runs under way after a message; the same list if it changes nothing. */
export function runsAfter(runs: readonly Run[], msg: ForwardMsg): readonly Run[] {
  switch (msg.type) {
    case "tree":
      // The same object for the same run: who follows the list would take another one for another run.
      return msg.running.map((run) => runs.find(({ no, fragment }) => no === run.no && fragment === run.fragment) ?? run);
    case "runStarted":
      return msg.fragment === undefined ? [{ no: msg.run }] : [...runs, { no: msg.run, fragment: msg.fragment }];
    case "runFinished":
      return runs.filter(({ no }) => no !== msg.run);
    default:
      return runs;
  }
}
