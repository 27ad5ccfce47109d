import type { TokenizerExtension } from "marked";
import type { MathsToken } from "./tokens.ts";

const BLOCK = /^ {0,3}\$\$([\s\S]+?)\$\$[ \t]*(?:\n+|$)/;
/**
 * A single dollar opens only before and closes only after a non-space, and never before a digit,
 * so that "$5 and $6" stays money.
 */
const INLINE = /^(?:\$\$(?!\$)((?:\\.|[^\\$])+)\$\$|\$(?![\s$])((?:\\.|[^\\$\n])*?(?:\\.|[^\s\\$]))\$(?!\d))/;

/** `$$..$$` as a block of its own. */
export const mathsBlock: TokenizerExtension = {
  name: "mathsBlock",
  level: "block",
  start: (src) => {
    const at = /\n {0,3}\$\$/.exec(src)?.index;
    return at === undefined ? undefined : at + 1;
  },
  tokenizer(src) {
    const match = BLOCK.exec(src);
    const tex = match?.[1]?.trim();
    if (!match || !tex) return undefined;
    return { type: "mathsBlock", raw: match[0], tex, display: true } satisfies MathsToken;
  },
};

/** `$..$` and `$$..$$` in a line. */
export const maths: TokenizerExtension = {
  name: "maths",
  level: "inline",
  start: (src) => {
    const at = src.indexOf("$");
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const match = INLINE.exec(src);
    const tex = match && (match[1] ?? match[2])?.trim();
    if (!match || !tex) return undefined;
    return { type: "maths", raw: match[0], tex, display: match[1] !== undefined } satisfies MathsToken;
  },
};
