import { elements, hasOption, optionIds, optionLabel, type AppNode, type ElementType } from "@rivulet/protocol";
import { inlineText } from "./markdown-text.ts";

/** The value that a browser sends when its user enters `value`: options are named by their visible labels. */
export function toWire(node: AppNode, value: unknown): unknown {
  const { options } = node.props as { readonly options?: readonly string[] };
  if (options === undefined) return value;
  return Array.isArray(value) ? value.map((one) => optionId(one, options)) : optionId(value, options);
}

/** What a user sees chosen: labels instead of option ids. */
export function fromWire(node: AppNode, value: unknown): unknown {
  if (!("options" in node.props)) return value;
  if (Array.isArray(value)) return value.map((id: string) => optionLabel(id));
  return typeof value === "string" ? optionLabel(value) : value;
}

/** Why the element as shown does not take this wire value; undefined if it does. The server checks by the same rules (BM1). */
export function refusal(node: AppNode, wire: unknown): string | undefined {
  if ((node.props as { readonly disabled?: boolean }).disabled === true) return "it is disabled";
  // The table holds a parser for each type, which the compiler cannot correlate with the node's own props.
  const { parse } = elements[node.type as ElementType] as { readonly parse?: (raw: unknown, props: unknown) => unknown };
  if (parse === undefined || node.widget === undefined) return "it has no value that a user can set";
  try {
    parse(wire, node.props);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function optionId(label: unknown, options: readonly string[]): unknown {
  if (typeof label !== "string" || hasOption(options, label)) return label;
  const at = options.findIndex((option) => inlineText(option) === label);
  return at < 0 ? label : optionIds(options)[at];
}
