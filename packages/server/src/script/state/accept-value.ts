import { elements, ParseError } from "@rivulet/protocol";
import { keepOutside } from "../lasting/bindings.ts";
import type { ScriptSession } from "../script-session.ts";
import type { Press } from "./withheld-presses.ts";

/**
 * Takes a value that a browser sent: it counts when its widget is there, enabled, unambiguous since the frame `seen`,
 * and its own parser takes it (BM1). Returns why it was refused, if it was.
 */
export function acceptValue(session: ScriptSession, { id, raw, seen, no }: Press): string | undefined {
  const { tree, widgets } = session;
  const node = tree.widget(id);
  const record = widgets.get(id);
  if (node === undefined || record === undefined) return "there is no such widget";
  const props = node.props as { readonly disabled?: boolean };
  if (props.disabled === true) return "the widget is disabled";
  if (tree.changedCountSince(node, seen)) return "equal widgets came or went since the user saw it";
  // The table is generic over all elements, hence the cast.
  const definition = elements[node.type] as { class: string; parse?: (raw: unknown, props: unknown) => unknown };
  let value: unknown;
  try {
    value = definition.parse?.(raw, props);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return error.message;
  }
  if (definition.class === "trigger") {
    widgets.fire(record, value, no);
  } else {
    widgets.accept(record, value);
    keepOutside(session, record);
    // The tree says at once what was accepted, so that a run that ends before the widget never shows the old value again.
    tree.update(node, { ...props, value });
  }
  return undefined;
}
