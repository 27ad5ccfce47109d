/** Whatever the lexer could read as more than text in a line, with some that turns out not to be. */
const INLINE =
  /[\\`*~[<\n]|[-]{2}|->|>=|(?:^|\W)_|_(?:\W|$)|&(?:\w+|#\w+);|\$.*\$|:[a-z+\-1-9][\w+/-]*:|:[a-z-]+\[|\S@\S|www\.|https?:| {2}/i;

const BLOCK = /^\s|^(?:#|>|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-=_~`|]|\$\$)/;

/** True if a line of markdown reads the same as text, so that it needs no lexer. */
export function isPlainLine(body: string): boolean {
  return !INLINE.test(body);
}

/** True if markdown is one paragraph of mere text. */
export function isPlainParagraph(body: string): boolean {
  return !INLINE.test(body) && !BLOCK.test(body) && !/\s$/.test(body);
}

/** About what a line reads like, until the lexer has arrived. */
export function roughText(body: string): string {
  return body.replaceAll(/:[a-z-]+\[|[*`~\]]|:material\/[\w-]+:/g, "");
}
