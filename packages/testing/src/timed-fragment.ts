import type { WidgetId } from "@rivulet/protocol";
import { notFound } from "./not-found.ts";
import type { PageView } from "./page-view.ts";

/**
 * The id of a fragment that runs again by itself: by its key, or the nth from 0 of them.
 * Throws `NotFoundError`, which says what is there, if there is none.
 */
export function timedFragment(view: PageView, which: string | number): WidgetId {
  const timed = [...view.nodes()].filter(({ type, props }) => type === "fragment" && props["every"] !== undefined);
  const node = typeof which === "number" ? timed.at(which) : timed.find(({ key }) => key === which);
  if (node !== undefined) return node.props["id"] as WidgetId;
  const [how, key] = typeof which === "number" ? [`number ${which}`, undefined] : [`with key ${JSON.stringify(which)}`, which];
  throw notFound(`The fragment that runs by itself, ${how},`, { key }, timed, view.errors);
}
