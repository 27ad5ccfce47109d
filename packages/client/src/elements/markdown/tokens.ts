import type { MarkedToken, Token } from "marked";

/** A colour's name in a directive; "grey" is read as "gray". */
export type DirectiveColor = "red" | "orange" | "yellow" | "green" | "blue" | "violet" | "gray" | "primary" | "rainbow";

/** `:red[text]`, `:red-background[text]`, `:red-badge[text]`. */
export interface ColorToken {
  readonly type: "color";
  readonly raw: string;
  readonly color: DirectiveColor;
  readonly style: "text" | "background" | "badge";
  readonly tokens: Token[];
}

/** `:small[text]`, and `:shimmer[text]`, over which a light runs. */
export interface SmallToken {
  readonly type: "small" | "shimmer";
  readonly raw: string;
  readonly tokens: Token[];
}

/** `:color[text]{foreground="#b34700" background="gold"}`: colours as CSS writes them. */
export interface PaintToken {
  readonly type: "paint";
  readonly raw: string;
  readonly foreground: string | undefined;
  readonly background: string | undefined;
  readonly tokens: Token[];
}

/** `$x$` in a line, `$$x$$` as a block or displayed in a line. */
export interface MathsToken {
  readonly type: "maths" | "mathsBlock";
  readonly raw: string;
  readonly tex: string;
  readonly display: boolean;
}

/** `:material/name:`. */
export interface IconToken {
  readonly type: "icon";
  readonly raw: string;
  readonly name: string;
}

/** `:name:`, which may or may not be an emoji's. */
export interface ShortcodeToken {
  readonly type: "shortcode";
  readonly raw: string;
  readonly name: string;
}

/** Every token that the lexer gives. */
export type MarkdownToken = MarkedToken | ColorToken | PaintToken | SmallToken | MathsToken | IconToken | ShortcodeToken;

/** Gives marked's open-ended token type the closed one of this lexer. */
export function known(tokens: readonly Token[] | undefined): readonly MarkdownToken[] {
  return (tokens ?? []) as readonly MarkdownToken[];
}
