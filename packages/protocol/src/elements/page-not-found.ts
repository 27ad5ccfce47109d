import { display, type CommonProps } from "../element.ts";

/** Says that the app has no page at an address. */
export interface PageNotFoundProps extends CommonProps {
  /** As `PagePlace`. */
  readonly path: string;
}

export const pageNotFound = display<PageNotFoundProps>();
