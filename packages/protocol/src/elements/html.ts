import { display, type CommonProps } from "../element.ts";

/** HTML that the browser sanitises before it is inserted. */
export interface HtmlProps extends CommonProps {
  readonly body: string;
}

export const html = display<HtmlProps>();
