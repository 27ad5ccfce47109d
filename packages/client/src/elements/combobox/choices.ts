import type { FilterMode } from "@rivulet/protocol";
import { optionIds } from "@rivulet/protocol";
import { filterOptions, fold } from "./filter-options.ts";

/** An option as a list shows it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What choosing it does. */
  readonly kind: "option" | "add" | "all";
}

/** The options of a widget, prepared for filtering once. */
export interface Options {
  readonly choices: readonly Choice[];
  readonly folded: readonly string[];
}

export function prepareOptions(labels: readonly string[]): Options {
  const ids = optionIds(labels);
  return {
    choices: labels.map((label, at) => ({ id: ids[at] ?? label, label, kind: "option" })),
    folded: labels.map(fold),
  };
}

/** The options that a query finds, and the offer to add it when new ones are accepted and none has that very label. */
export function findChoices(options: Options, query: string, mode: FilterMode, acceptNew: boolean): readonly Choice[] {
  const found = filterOptions(options.folded, query, mode).flatMap((at) => options.choices[at] ?? []);
  const label = query.trim();
  if (!acceptNew || label === "" || options.folded.includes(fold(label))) return found;
  return [...found, { id: label, label, kind: "add" }];
}

/** How many options are drawn at once. */
export const DRAWN_OPTIONS = 200;

/** The stretch of a list that is drawn: its first options, or those around the active one. */
export function drawnRange(count: number, active: number): readonly [from: number, to: number] {
  if (active < DRAWN_OPTIONS || count <= DRAWN_OPTIONS) return [0, Math.min(count, DRAWN_OPTIONS)];
  const from = Math.min(active - DRAWN_OPTIONS / 2, count - DRAWN_OPTIONS);
  return [from, from + DRAWN_OPTIONS];
}
