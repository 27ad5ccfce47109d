import { FIRST_NODE_ID, type BlockType, type ElementType, type Node, type PropsOf } from "@rivulet/protocol";

let next = FIRST_NODE_ID;

/** A node of a story. Widgets are named by their type and label, so that specs can find what was sent. */
export function node<T extends ElementType>(type: T, props: PropsOf<T>, children?: readonly Node[]): Node {
  const id = next++;
  const stateful = "value" in props && type !== "metric" && type !== "progress";
  const label = "label" in props ? String(props.label) : String(id);
  const widget = stateful || type === "button" ? { widget: `${type} ${label}` } : {};
  // A story's type and props belong together by the signature; only the union cannot follow.
  return { id, type, props, ...widget, ...(children ? { children } : {}) } as unknown as Node;
}

/** A block of a story. */
export function block<T extends BlockType>(type: T, props: PropsOf<T>, ...children: readonly Node[]): Node {
  return node(type, props, children);
}

/** A row of columns, one element or list of elements each. */
export function columns(weights: readonly number[], ...contents: readonly (readonly Node[])[]): Node {
  return block("columns", {}, ...weights.map((weight, at) => block("column", { weight }, ...(contents[at] ?? []))));
}
