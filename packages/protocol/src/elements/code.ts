import { display, type CommonProps, type Height } from "../element.ts";

/** A code block with a copy button. */
export interface CodeProps extends CommonProps {
  readonly body: string;
  /** A highlight.js language name; absent: plain text. */
  readonly language?: string | undefined;
  readonly lineNumbers?: boolean | undefined;
  readonly wrapLines?: boolean | undefined;
  readonly height?: Height | undefined;
}

export const code = display<CodeProps>();
