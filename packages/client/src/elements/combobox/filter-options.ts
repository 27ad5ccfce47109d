import type { FilterMode } from "@rivulet/protocol";

/** Where a query stands in a text: higher is better; undefined: nowhere. */
type Score = (text: string, query: string) => number | undefined;

/**
 * Scores a fuzzy match: the query's letters occur in order. Whole runs, starts of words and early places count more,
 * so that "yo" finds "Yorkton" before "New York" before "Tokyo".
 */
export function fuzzyScore(text: string, query: string): number | undefined {
  const at = text.indexOf(query);
  if (at === 0) return 1000 - text.length / 1000;
  if (at > 0) return (startsWord(text, at) ? 800 : 600) - at - text.length / 1000;
  let score = 0;
  let from = 0;
  let run = 0;
  for (const letter of query) {
    if (letter === " ") continue;
    const found = text.indexOf(letter, from);
    if (found < 0) return undefined;
    run = found === from && from > 0 ? run + 1 : 0;
    score += startsWord(text, found) ? 30 : run > 0 ? 10 + run : 1;
    score -= Math.min(8, found - from);
    from = found + letter.length;
  }
  return Math.min(500, score);
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s\-_./(,]/.test(text.charAt(at - 1));
}

const SCORES: Readonly<Record<FilterMode, Score>> = {
  fuzzy: fuzzyScore,
  contains: (text, query) => (text.includes(query) ? 0 : undefined),
  prefix: (text, query) => (text.startsWith(query) ? 0 : undefined),
  none: () => 0,
};

/** Letters without case and accents. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** The positions of the options that a query finds, best first, equals in their order. `folded` are the labels, folded. */
export function filterOptions(folded: readonly string[], query: string, mode: FilterMode): readonly number[] {
  const wanted = fold(query.trim());
  if (wanted === "" || mode === "none") return folded.map((_, at) => at);
  const score = SCORES[mode];
  const found: { at: number; score: number }[] = [];
  for (const [at, text] of folded.entries()) {
    const value = score(text, wanted);
    if (value !== undefined) found.push({ at, score: value });
  }
  return found.toSorted((a, b) => b.score - a.score || a.at - b.at).map(({ at }) => at);
}
