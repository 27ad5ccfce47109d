import type { BackMsg } from "@rivulet/protocol";
import { WidgetStore, type WidgetSnapshot, type WidgetStoreOptions } from "../src/store/widget-store.ts";

/** A store with a pace under the test's control and a list of what it sent. */
export function recordedWidgets(
  page: Partial<Pick<WidgetStoreOptions, "formOf" | "draftOf" | "dialogOf" | "fragmentOf">> = {},
  snapshot?: WidgetSnapshot,
) {
  const sent: BackMsg[] = [];
  let waiting: (() => void) | undefined;
  let busy = 0;
  const widgets = new WidgetStore(
    {
      send: (msg) => sent.push(msg),
      seen: () => 7,
      formOf: () => undefined,
      draftOf: () => undefined,
      dialogOf: () => undefined,
      fragmentOf: () => undefined,
      ...page,
      pace: {
        soon: (job) => void (waiting = job),
        sent: () => void (waiting = undefined),
        answered: () => waiting?.(),
      },
      onBusy: () => busy++,
    },
    snapshot,
  );
  return { widgets, sent, busy: () => busy, isWaiting: () => waiting !== undefined };
}
