import type { AppNode, ErrorInfo } from "@rivulet/protocol";
import { RivuletError } from "@rivulet/server/testing";
import { elementText } from "./element-text.ts";
import { labelOf } from "./page-view.ts";

const MOST_NAMED = 12;

/** What was asked for. */
interface Sought {
  readonly label?: string | undefined;
  readonly key?: string | undefined;
}

/** The error of a query that found nothing: it says what is there, and what comes nearest. */
export function notFound(what: string, sought: Sought, candidates: readonly AppNode[], errors: readonly ErrorInfo[]): RivuletError {
  const failed = errors.map(
    ({ name, message, frame }) => ` The page failed: ${name}: ${message}${frame ? ` (${frame.file}:${frame.line})` : ""}`,
  );
  return new RivuletError("RIVULET_TEST_NOT_FOUND", { what, there: there(sought, candidates) + failed.join("") });
}

/** How messages name an element: `slider "Age"`. */
export function nameOf(node: AppNode): string {
  const name = labelOf(node) ?? shorten(elementText(node));
  return `${node.type}${name === "" ? "" : ` ${JSON.stringify(name)}`}${node.key === undefined ? "" : ` (key ${JSON.stringify(node.key)})`}`;
}

function there({ label, key }: Sought, candidates: readonly AppNode[]): string {
  if (candidates.length === 0) return "There is nothing of the kind.";
  const named = candidates.slice(0, MOST_NAMED).map(nameOf).join(", ");
  const more = candidates.length > MOST_NAMED ? ` and ${candidates.length - MOST_NAMED} more` : "";
  const nearest = label === undefined ? nearestTo(key, candidates, (node) => node.key) : nearestTo(label, candidates, labelOf);
  return `There is: ${named}${more}.${nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`}`;
}

function nearestTo(
  name: string | undefined,
  candidates: readonly AppNode[],
  read: (node: AppNode) => string | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of candidates) {
    const known = read(node);
    if (known === undefined) continue;
    const distance = editDistance(name.toLowerCase(), known.toLowerCase());
    if (distance < least) [nearest, least] = [known, distance];
  }
  // Further away, it is a guess that only misleads.
  return least <= Math.max(2, name.length * 0.6) ? nearest : undefined;
}

/** Insertions, removals and replacements that make `b` of `a`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
