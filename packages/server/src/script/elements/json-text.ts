import { isTypedArray } from "./value-text.ts";

/** Levels of nesting that anybody looks at; far more would overflow the stack. */
const MAX_DEPTH = 200;

/**
 * Any value as JSON for looking at, not for reading back: what JSON does not know is named in brackets, nothing is left out and
 * nothing throws but the value's own code. Objects that contain themselves end at "[Circular]", others 200 levels deep.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(showable(value, [])) ?? "null";
}

function showable(value: unknown, around: readonly unknown[]): unknown {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : `[${value}]`;
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "undefined":
      return "[undefined]";
    case "symbol":
      return `[${String(value)}]`;
    case "function":
      return `[${/^class\b/.test(String(value)) ? "class" : "function"} ${value.name || "(anonymous)"}]`;
    case "object":
      return value === null ? null : showableObject(value, around);
    default:
      return value;
  }
}

function showableObject(value: object, around: readonly unknown[]): unknown {
  if (around.includes(value)) return "[Circular]";
  if (around.length > MAX_DEPTH) return "[nested more deeply]";
  const inside = [...around, value];
  if (Array.isArray(value)) return value.map((item) => showable(item, inside));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "[Invalid Date]" : value.toISOString();
  if (value instanceof Map)
    return entries(
      [...value].map(([key, item]) => [typeof key === "string" ? key : jsonText(key), item]),
      inside,
    );
  if (value instanceof Set) return [...value].map((item) => showable(item, inside));
  if (value instanceof Error) return `[${value.name}: ${value.message}]`;
  if (value instanceof RegExp) return `[${String(value)}]`;
  if (value instanceof ArrayBuffer || value instanceof DataView) return `[${value.byteLength} bytes]`;
  if (isTypedArray(value)) return Array.from(value as ArrayLike<number | bigint>, (item) => showable(item, inside));
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return showable(toJSON.call(value), inside);
  return entries(Object.entries(value), inside);
}

function entries(pairs: readonly (readonly [string, unknown])[], inside: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(([key, item]) => [key, showable(item, inside)]));
}
