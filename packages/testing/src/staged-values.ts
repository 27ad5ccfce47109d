import { elements, type AppTree, type NodeId, type WidgetId } from "@rivulet/protocol";

/** What was entered and not sent, in wire form. */
export type StagedValues = Map<WidgetId, unknown>;

/** Takes what is to be sent now: what a form has staged waits until one of its submit buttons is among it. */
export function takeSendable(staged: StagedValues, tree: AppTree): [WidgetId, unknown][] {
  const submitted = new Set<NodeId | undefined>([undefined]);
  for (const { type, widget } of tree.nodes.values()) {
    if (type === "formSubmitButton" && widget !== undefined && staged.has(widget)) submitted.add(tree.formOf(widget));
  }
  const values = [...staged].filter(([widget]) => submitted.has(tree.formOf(widget)));
  for (const [widget] of values) staged.delete(widget);
  return values;
}

/** All that is staged in a form, for its body. */
export interface FormDraft {
  readonly fragment: WidgetId;
  readonly values: readonly (readonly [WidgetId, unknown])[];
}

/** The draft that a browser sends when this widget's value was staged; undefined unless it is live. */
export function draftFor(widget: WidgetId, staged: StagedValues, tree: AppTree): FormDraft | undefined {
  const fragment = tree.draftOf(widget)?.fragment;
  if (fragment === undefined) return undefined;
  const form = tree.formOf(widget);
  return { fragment, values: [...staged].filter(([id]) => tree.formOf(id) === form && isField(id, tree)) };
}

function isField(widget: WidgetId, tree: AppTree): boolean {
  for (const node of tree.nodes.values()) if (node.widget === widget) return elements[node.type].class === "widget";
  return false;
}
