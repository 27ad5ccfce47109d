import { decodeEntities } from "./entities.ts";
import { lexInline } from "./lexer.ts";
import { known, type MarkdownToken } from "./tokens.ts";

/** What a line of markdown reads like without its markup, for accessible names and slugs. */
export function plainText(body: string): string {
  return tokensText(lexInline(body)).trim();
}

/** The text of inline tokens. */
export function tokensText(tokens: readonly MarkdownToken[]): string {
  return tokens.map(tokenText).join("");
}

function tokenText(token: MarkdownToken): string {
  switch (token.type) {
    case "icon":
      return "";
    case "br":
      return " ";
    case "maths":
      return token.tex;
    case "codespan":
    case "escape":
      return token.text;
    case "text":
      return token.tokens ? tokensText(known(token.tokens)) : decodeEntities(token.text);
    default:
      return "tokens" in token && token.tokens ? tokensText(known(token.tokens)) : token.raw;
  }
}
