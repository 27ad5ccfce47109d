import { lexBlocks, normalise } from "./lexer.ts";
import type { MarkdownToken } from "./tokens.ts";

/** A lexed body, kept to lex its continuation. */
export interface Lexed {
  readonly body: string;
  /** What followed the body. */
  readonly cursor: string;
  readonly tokens: readonly MarkdownToken[];
  /** The leading tokens that no continuation can change, and the characters they stand for. */
  readonly closed: Closed;
}

interface Closed {
  readonly count: number;
  readonly length: number;
}

const NONE: Closed = { count: 0, length: 0 };

/**
 * Lexes a body. If it continues the one lexed before, only what follows the last closed block is lexed again,
 * and the tokens before are the same objects, so their rendering is kept. `cursor` is lexed as if it followed the body, in no block that is closed.
 */
export function lexContinued(raw: string, before: Lexed | undefined, cursor = ""): Lexed {
  const body = normalise(raw);
  if (before?.body === body && before.cursor === cursor) return before;
  const goesOn = before !== undefined && body.startsWith(before.body) && !body.includes("]:");
  const from = goesOn ? before.closed : NONE;
  const tokens = [...(goesOn ? before.tokens.slice(0, from.count) : []), ...lexBlocks(body.slice(from.length) + cursor)];
  return { body, cursor, tokens, closed: advance(from, tokens, body) };
}

/** Moves the end of what is closed as far as it goes. */
function advance(from: Closed, tokens: readonly MarkdownToken[], body: string): Closed {
  const added = tokens.slice(from.count, closedTokens(tokens, from.count));
  const text = added.map((token) => token.raw).join("");
  // Tabs and the like may make raws differ from the source; then their lengths mean nothing.
  if (!body.startsWith(text, from.length) || added.some(mayOpenMaths)) return from;
  return { count: from.count + added.length, length: from.length + text.length };
}

const CLOSED_BY_BLANK_LINE = new Set(["paragraph", "heading", "hr", "table", "mathsBlock", "blockquote"]);

/** A "$$" that begins a line may yet become a block that reaches over all that follows. */
function mayOpenMaths(token: MarkdownToken): boolean {
  return token.type !== "mathsBlock" && /^[ >]*\$\$/m.test(token.raw);
}

/** How many leading tokens no continuation can change: those before a blank line, unless the blank line may belong to the block. */
function closedTokens(tokens: readonly MarkdownToken[], known: number): number {
  let last = tokens.length - 1;
  while (last >= 0 && tokens[last]?.type === "space") last--;
  for (let end = last; end > known; end--) {
    const previous = tokens[end - 1];
    const block = previous?.type === "space" ? tokens[end - 2] : previous;
    const gap = previous?.type === "space" ? `${block?.raw ?? ""}${previous.raw}` : (previous?.raw ?? "");
    const fence = block?.type === "code" && block.codeBlockStyle !== "indented" && /\n {0,3}(`{3,}|~{3,})[ \t]*\n*$/.test(block.raw);
    if (block && (fence || CLOSED_BY_BLANK_LINE.has(block.type)) && /\n[ \t]*\n$/.test(gap)) return end;
  }
  return known;
}
