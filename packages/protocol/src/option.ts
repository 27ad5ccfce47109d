import { list, ParseError } from "./parse.ts";

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

/** The place of the option that `id` names, or -1. Scans without allocating. */
export function optionIndex(labels: readonly string[], id: string): number {
  const cut = id.indexOf("\u0000");
  if (cut < 0) return labels.indexOf(id);
  const label = id.slice(0, cut);
  const nth = id.slice(cut + 1);
  // One id an option: "a\u00000" or "a\u000001" would be second names, by which an option could be chosen twice.
  if (!/^[1-9]\d{0,8}$/.test(nth)) return -1;
  let left = Number(nth);
  for (let i = 0; i < labels.length; i++) if (labels[i] === label && left-- === 0) return i;
  return -1;
}

/** The id of the option at `index`: `optionIds(labels)[index]` without making all the others. */
export function optionIdAt(labels: readonly string[], index: number): string {
  const label = labels[index] as string;
  let nth = 0;
  for (let i = labels.indexOf(label); i < index; i = labels.indexOf(label, i + 1)) nth++;
  return nth === 0 ? label : `${label}\u0000${nth}`;
}

/** True if `id` names one of `labels`. */
export function hasOption(labels: readonly string[], id: string): boolean {
  return optionIndex(labels, id) >= 0;
}

/** Checks that an untrusted value is the id of one of `labels`. */
export function parseOption(raw: unknown, labels: readonly string[]): string {
  if (typeof raw !== "string" || !hasOption(labels, raw)) throw new ParseError("one of the options", raw);
  return raw;
}

const MANY = 16;

/** Checks that an untrusted value is a list of option ids, none twice; `one` says what else than an option may be in it. */
export function parseOptions(raw: unknown, labels: readonly string[], one = parseOption): string[] {
  const given = list((item) => item)(raw);
  // Searching all options for each of many ids would take their product.
  const known = given.length < MANY ? undefined : new Set(optionIds(labels));
  const ids = given.map((item) => (typeof item === "string" && known?.has(item) ? item : one(item, labels)));
  if (new Set(ids).size !== ids.length) throw new ParseError("no option twice", raw);
  return ids;
}
