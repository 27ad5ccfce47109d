import type { AppNode } from "@rivulet/protocol";
import { notFound } from "./not-found.ts";
import type { PageView } from "./page-view.ts";

/** The widget with this label, the nth from 0 of several. Throws `NotFoundError`, which says what is there, if there is none. */
export function actingWidget(view: PageView, label: string, nth: number): AppNode {
  const node = view.acting(label, nth);
  if (node !== undefined) return node;
  const widgets = [...view.nodes()].filter(({ widget }) => widget !== undefined);
  throw notFound(`A widget labelled ${JSON.stringify(label)}${nth === 0 ? "" : `, number ${nth},`}`, { label }, widgets, view.errors);
}
