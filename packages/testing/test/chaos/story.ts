/** Tokens of a story, as the page under test tells it. */
const TOKENS = 30;

/** A whole story. */
export function story(no: number): string {
  return `story ${no}:${Array.from({ length: TOKENS }, (_, i) => ` w${i + 1}`).join("")}`;
}
