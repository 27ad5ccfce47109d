import type { TokenizerExtension } from "marked";
import type { ColorToken, DirectiveColor, PaintToken, SmallToken } from "./tokens.ts";

const OPENING = /^:(?:(red|orange|yellow|green|blue|violet|gr[ae]y|primary|rainbow)(-background|-badge)?|(small|shimmer|color))\[/;
/** After `:color[..]`: what a colour in CSS is written with, and nothing that could end it. */
const PAINT = /^\{((?:\s*(?:foreground|background)="[#\w\s(),.%/-]{1,64}")+)\s*\}/;

/** `:red[..]`, `:red-background[..]`, `:red-badge[..]`, `:small[..]`, `:shimmer[..]` and `:color[..]{..}`, nestable. */
export const directives: TokenizerExtension = {
  name: "directive",
  level: "inline",
  start: (src) => {
    const at = src.search(/:[a-z-]+\[/);
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const opening = OPENING.exec(src);
    if (!opening) return undefined;
    const end = closingBracket(src, opening[0].length);
    if (end < 0) return undefined;
    const raw = src.slice(0, end + 1);
    const tokens = this.lexer.inlineTokens(src.slice(opening[0].length, end));
    const [, name, suffix, other] = opening;
    if (other === "color") {
      const paint = PAINT.exec(src.slice(end + 1));
      return paint ? ({ type: "paint", raw: raw + paint[0], ...colors(paint[0]), tokens } satisfies PaintToken) : undefined;
    }
    if (name === undefined) return { type: other === "shimmer" ? "shimmer" : "small", raw, tokens } satisfies SmallToken;
    const color = (name === "grey" ? "gray" : name) as DirectiveColor;
    return {
      type: "color",
      raw,
      color,
      style: suffix === "-background" ? "background" : suffix === "-badge" ? "badge" : "text",
      tokens,
    } satisfies ColorToken;
  },
};

function colors(paint: string): Pick<PaintToken, "foreground" | "background"> {
  const named = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(paint)?.[1];
  return { foreground: named("foreground"), background: named("background") };
}

/** Where the bracket that is open at `from` closes, past nested brackets, escapes and code; -1 if nowhere. */
function closingBracket(src: string, from: number): number {
  let depth = 1;
  for (let i = from; i < src.length; i++) {
    const c = src[i];
    if (c === "\\") i++;
    else if (c === "`") {
      const ticks = /^`+/.exec(src.slice(i))?.[0] ?? "`";
      const end = src.indexOf(ticks, i + ticks.length);
      if (end > 0) i = end + ticks.length - 1;
    } else if (c === "[") depth++;
    else if (c === "]" && --depth === 0) return i;
  }
  return -1;
}
