import type { TextAlignment, Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { dedented } from "./dedented.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkFlag, checkShared, checkText } from "./option-checks.ts";

export interface MarkdownOptions {
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Pixels, the container's width or the content's. Default: the container's; in a horizontal container the content's. */
  readonly width?: Width | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  /** False: headings in the text get no link icon. Default true. */
  readonly anchors?: boolean | undefined;
  /** False: one line, cut with an ellipsis. Default true. */
  readonly wrap?: boolean | undefined;
}

export type CaptionOptions = Omit<MarkdownOptions, "anchors">;

/**
 * Shows markdown: GitHub's, with `:red[colours]`, `:blue-background[marks]`, `:green-badge[badges]`, `:small[...]`, `:shimmer[...]`,
 * `:color[your own]{foreground="#0b5d3b" background="gold"}`, emoji such as `:tada:`, icons such as `:material/home:`, and maths between
 * `$` or `$$`. HTML in it is shown as text. The indentation that all lines share is taken away.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.markdown("The **answer** is :green[42].");
 */
export function markdown(this: Container, body: string, options: MarkdownOptions = {}): ElementHandle {
  const call = "st.markdown";
  checkText(call, "body", body);
  checkShared(call, options);
  const { help, width, textAlignment, anchors, wrap } = options;
  checkFlag(call, "anchors", anchors);
  const plain = dedented(body);
  return this.emit(call, "markdown", {
    body: plain,
    caption: undefined,
    help,
    width,
    textAlignment,
    anchors,
    wrap,
    icons: iconsIn(plain, help),
  });
}

/**
 * Shows small, dimmed markdown: a note, a source, an explanation.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.caption("Source: the harbour office, 2026");
 */
export function caption(this: Container, body: string, options: CaptionOptions = {}): ElementHandle {
  const call = "st.caption";
  checkText(call, "body", body);
  checkShared(call, options);
  const { help, width, textAlignment, wrap } = options;
  const plain = dedented(body);
  return this.emit(call, "markdown", {
    body: plain,
    caption: true,
    help,
    width,
    textAlignment,
    anchors: undefined,
    wrap,
    icons: iconsIn(plain, help),
  });
}
