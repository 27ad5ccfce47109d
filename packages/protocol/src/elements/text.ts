import { display, type CommonProps, type TextAlignment } from "../element.ts";

/** Text as it is: no markdown, no HTML, line breaks kept. */
export interface TextProps extends CommonProps {
  readonly body: string;
  readonly help?: string | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  readonly wrap?: boolean | undefined;
}

export const text = display<TextProps>();
