import { display, type CommonProps, type TextAlignment } from "../element.ts";

/** Title, header and subheader. `body` is inline markdown. */
export interface HeadingProps extends CommonProps {
  readonly body: string;
  readonly level: 1 | 2 | 3;
  /** The slug for links to this heading; false: none; absent: made from the text. */
  readonly anchor?: string | false | undefined;
  readonly help?: string | undefined;
  readonly icon?: string | undefined;
  /** A coloured line below: a colour's name or "rainbow". */
  readonly divider?: string | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  /** False: one line, cut with an ellipsis. */
  readonly wrap?: boolean | undefined;
}

export const heading = display<HeadingProps>();
