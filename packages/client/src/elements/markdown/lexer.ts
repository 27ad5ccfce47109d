import { Marked } from "marked";
import { directives } from "./directives.ts";
import { maths, mathsBlock } from "./maths.ts";
import { shortcodes } from "./shortcodes.ts";
import { known, type MarkdownToken } from "./tokens.ts";

/** GFM without raw HTML: a tag is text like any other. */
const marked = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined },
  extensions: [directives, mathsBlock, maths, shortcodes],
});

/** Line ends as the lexer wants them. */
export function normalise(body: string): string {
  return body.replaceAll(/\r\n?/g, "\n");
}

/** Lexes whole markdown. */
export function lexBlocks(body: string): readonly MarkdownToken[] {
  return known(marked.lexer(body));
}

/** Lexes one line of markdown, as in a label: block syntax is text. */
export function lexInline(body: string): readonly MarkdownToken[] {
  return known(new marked.Lexer(marked.defaults).inlineTokens(normalise(body).replaceAll(/\s*\n\s*/g, " ")));
}
