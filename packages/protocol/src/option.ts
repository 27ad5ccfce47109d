import { ParseError } from "./parse.ts";

/**
 * The ids by which a browser names the options of a choice: the label itself, and for a repeated label its
 * label, a NUL and its ordinal. So a choice survives reordered, added and removed options.
 * `optionIds(["a", "b", "a"])` is `["a", "b", "a\u00001"]`.
 */
export function optionIds(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const nth = seen.get(label) ?? 0;
    seen.set(label, nth + 1);
    return nth === 0 ? label : `${label}\u0000${nth}`;
  });
}

/** The label that an option id stands for. */
export function optionLabel(id: string): string {
  const cut = id.indexOf("\u0000");
  return cut < 0 ? id : id.slice(0, cut);
}

/** True if `id` names one of `labels`. Scans without allocating. */
export function hasOption(labels: readonly string[], id: string): boolean {
  const cut = id.indexOf("\u0000");
  if (cut < 0) return labels.includes(id);
  const label = id.slice(0, cut);
  let left = Number(id.slice(cut + 1));
  for (const l of labels) if (l === label && left-- === 0) return true;
  return false;
}

/** Checks that an untrusted value is the id of one of `labels`. */
export function parseOption(raw: unknown, labels: readonly string[]): string {
  if (typeof raw !== "string" || !hasOption(labels, raw)) throw new ParseError("one of the options", raw);
  return raw;
}
