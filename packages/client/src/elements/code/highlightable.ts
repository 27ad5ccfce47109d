/** Longer code stays plain: highlighting it would hold up the page. */
const MOST_CHARACTERS = 200_000;

/** A word of thousands of letters (base64, a repeated character): the highlighter's time grows with its square. */
const ENDLESS_WORD = /[\w$]{2000}/;

/** True for code that is highlighted within the blink of an eye. */
export function isHighlightable(code: string): boolean {
  return code.length <= MOST_CHARACTERS && !ENDLESS_WORD.test(code);
}
