import type { WidgetId } from "@rivulet/protocol";
import type { WireUpdate } from "../../thread/messages.ts";
import type { ScriptSession } from "../script-session.ts";

/** What a dialog's dismissal leaves of the updates that brought it. */
export interface Dismissal {
  /** The dialog's: its value is dealt with. */
  readonly id: WidgetId;
  /** The updates that still ask for a run. */
  readonly asking: readonly WireUpdate[];
  /** True if none does. */
  readonly nothing: boolean;
}

/** Closes the dialog that the user has dismissed, if these updates of request `no` say so and it may be. */
export function dismiss(session: ScriptSession, no: number, updates: readonly WireUpdate[]): Dismissal | undefined {
  const { dialog } = session;
  if (dialog === undefined) return undefined;
  const { id, reruns } = dialog;
  let named = false;
  let taken = false;
  const rest = updates.flatMap((update) => {
    const values = update.values.filter(([widget]) => widget !== id);
    if (values.length === update.values.length) return [update];
    named = true;
    for (const [widget, raw] of update.values) taken ||= widget === id && session.accept({ id, raw, seen: update.seen, no }) === undefined;
    // What else it says of a dialog that is closed is of no use to anybody.
    return values.length === 0 ? [] : [{ ...update, values }];
  });
  if (!named) return undefined;
  if (taken && reruns) dialog.shut();
  else if (taken) dialog.close(undefined);
  if (taken && reruns) rest.push({ seen: 0, values: [], fragment: dialog.opener.fragment?.id });
  return { id, asking: rest, nothing: rest.length === 0 };
}
