import { Marked, type Token, type TokenizerExtension } from "marked";

/** `:red[text]`, `:small[text]`, `:color[text]{..}`: only the text is read. */
const directive: TokenizerExtension = {
  name: "directive",
  level: "inline",
  start: (source) => startOf(source, /:[a-z-]+\[/),
  tokenizer(source) {
    const match = /^:[a-z-]+\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\](?:\{(?:\s*(?:foreground|background)="[^"]*")+\s*\})?/.exec(source);
    return match ? { type: "directive", raw: match[0], tokens: this.lexer.inlineTokens(match[1] ?? "") } : undefined;
  },
};

/** `:material/name:` is a picture, nothing to read. */
const icon: TokenizerExtension = {
  name: "icon",
  level: "inline",
  start: (source) => startOf(source, /:material\//),
  tokenizer(source) {
    const match = /^:material\/\w+: ?/.exec(source);
    return match ? { type: "icon", raw: match[0], text: "" } : undefined;
  },
};

/** `$x$` and `$$x$$`: the formula's source stands for it. */
const maths: TokenizerExtension = {
  name: "maths",
  level: "inline",
  start: (source) => startOf(source, /\$/),
  tokenizer(source) {
    const match = /^\$\$([^$]+)\$\$|^\$(?!\s)([^$\n]*[^$\s])\$(?!\d)/.exec(source);
    return match ? { type: "maths", raw: match[0], text: (match[1] ?? match[2] ?? "").trim() } : undefined;
  },
};

const marked = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined },
  extensions: [directive, icon, maths],
});

/** Without one of these there is nothing to take away: the usual case of short texts. */
const MARKUP = /[*_`~[\]<>#$&|\\:\n]|^\s*(?:[-+=]|\d+[.)])|https?:|www\./;

/** What a user reads of markdown: blocks, list items and rows on lines of their own, cells between tabs. */
export function markdownText(body: string): string {
  return MARKUP.test(body) ? blockText(marked.lexer(body)).trim() : body.trim();
}

/** What a user reads of a label or heading: inline markdown on one line. */
export function inlineText(body: string): string {
  if (!MARKUP.test(body)) return body.trim();
  return tokensText(new marked.Lexer(marked.defaults).inlineTokens(body.replaceAll(/\s*\n\s*/g, " "))).trim();
}

function blockText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => tokenText(token))
    .filter((text) => text !== "")
    .join("\n");
}

function tokensText(tokens: readonly Token[]): string {
  return tokens.map((token) => tokenText(token)).join("");
}

function tokenText(token: Token): string {
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
    case "checkbox":
      return "";
    case "br":
      return "\n";
    case "blockquote":
      return blockText(token.tokens ?? []);
    case "list":
      return (token.items as Token[]).map((item) => blockText("tokens" in item ? (item.tokens ?? []) : [])).join("\n");
    case "table":
      return [token.header as Cell[], ...(token.rows as Cell[][])]
        .map((row) => row.map((cell) => tokensText(cell.tokens)).join("\t"))
        .join("\n");
    default:
      if ("tokens" in token && token.tokens !== undefined && token.type !== "image") return tokensText(token.tokens);
      return token.type === "text" ? decodeEntities(token.text as string) : String("text" in token ? token.text : token.raw);
  }
}

interface Cell {
  readonly tokens: Token[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** Text with its character references (`&amp;`) resolved, the named ones as far as they are common. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (raw, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? raw;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : raw;
  });
}

function startOf(source: string, pattern: RegExp): number | undefined {
  const at = source.search(pattern);
  return at < 0 ? undefined : at;
}
