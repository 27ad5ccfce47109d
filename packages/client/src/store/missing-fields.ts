import { elements, isEmptyValue, type AppNode, type WidgetId } from "@rivulet/protocol";
import type { AppStore } from "./app-store.ts";

/** The fields of the form around a widget, and those of them that must be filled in and are empty, in order. */
export function missingFields({ tree, widgets }: AppStore, id: WidgetId): { readonly fields: WidgetId[]; readonly missing: AppNode[] } {
  const fields: WidgetId[] = [];
  const missing: AppNode[] = [];
  const form = tree.formOf(id);
  const visit = (node: AppNode | undefined): void => {
    if (node === undefined) return;
    for (const child of node.children ?? []) visit(tree.nodes.get(child));
    if (node.widget === undefined || elements[node.type].class !== "widget") return;
    fields.push(node.widget);
    const { required, disabled, value } = node.props;
    if (required === true && disabled !== true && isEmptyValue(widgets.value(node.widget, value))) missing.push(node);
  };
  if (form !== undefined) visit(tree.nodes.get(form));
  return { fields, missing };
}
