import { elements, ParseError } from "@rivulet/protocol";
import { keepOutside } from "../lasting/bindings.ts";
import type { ScriptSession } from "../script-session.ts";
import type { SessionTree, TreeNode } from "../session-tree.ts";
import type { Press } from "./withheld-presses.ts";

/**
 * Takes a value that a browser sent: it counts when its widget is there, enabled, unambiguous since the frame `seen`,
 * and its own parser takes it (BM1). Returns why it was refused, if it was.
 */
export function acceptValue(session: ScriptSession, { id, raw, seen, no }: Press): string | undefined {
  const { tree, widgets } = session;
  const parsed = parseValue(tree, { id, raw, seen });
  if (typeof parsed === "string") return parsed;
  const { node, value } = parsed;
  const record = widgets.get(id);
  if (record === undefined) return NOT_THERE;
  if (elements[node.type].class === "trigger") {
    widgets.fire(record, value, no);
  } else {
    widgets.accept(record, value);
    keepOutside(session, record);
    // The tree says at once what was accepted, so that a run that ends before the widget never shows the old value again.
    tree.update(node, { ...node.props, value });
  }
  return undefined;
}

/** What a browser sent for a widget that is there, enabled and unambiguous, as its parser takes it; else why it is refused. */
export function parseValue(
  tree: SessionTree,
  { id, raw, seen }: Omit<Press, "no">,
): { readonly node: TreeNode; readonly value: unknown } | string {
  const node = tree.widget(id);
  if (node === undefined) return NOT_THERE;
  const props = node.props as { readonly disabled?: boolean };
  if (props.disabled === true) return "the widget is disabled";
  if (tree.changedCountSince(node, seen)) return "equal widgets came or went since the user saw it";
  // The table is generic over all elements, hence the cast.
  const definition = elements[node.type] as { parse?: (raw: unknown, props: unknown) => unknown };
  try {
    return { node, value: definition.parse?.(raw, props) };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return error.message;
  }
}

const NOT_THERE = "there is no such widget";
