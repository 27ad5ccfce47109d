/** A date as text, in UTC and without a "T": the day alone if it is midnight, else with the time. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "Invalid Date";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, -14) : `${iso.slice(0, -5).replace("T", " ")} UTC`;
}

/** Text as inline code in markdown, whatever is in it. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = text.startsWith("`") || text.endsWith("`") || text === "" ? " " : "";
  return `${fence}${room}${text.replaceAll("\n", " ")}${room}${fence}`;
}

/** `{ a: 1 }`, and what has no prototype: no arrays, no instances of classes. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm have its `Object.prototype`, which has no prototype itself.
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

export function isTypedArray(value: unknown): value is ArrayLike<number | bigint> {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** What an object says itself to look like: by a `toString` of its own, not the one that all objects have. */
export function ownText(value: object): string | undefined {
  const { toString } = value as { readonly toString?: unknown };
  return typeof toString === "function" && toString !== Object.prototype.toString ? String(toString.call(value)) : undefined;
}
