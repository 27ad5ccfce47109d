import type { AppTree, NodeId, WidgetId } from "@rivulet/protocol";

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
