import { display, type CommonProps, type TextAlignment } from "../element.ts";

/** Markdown (GFM, colour directives, badges, icons, maths) and captions. Raw HTML is shown as text. */
export interface MarkdownProps extends CommonProps {
  readonly body: string;
  /** Markdown after the body while it grows. */
  readonly cursor?: string | undefined;
  /** Small and dimmed. */
  readonly caption?: boolean | undefined;
  readonly help?: string | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  /** False: headings carry ids but no link icon. */
  readonly anchors?: boolean | undefined;
  readonly wrap?: boolean | undefined;
}

export const markdown = display<MarkdownProps>();
