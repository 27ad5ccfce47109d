import { display, type CommonProps } from "../element.ts";

/** A link to a page of the app (`path` and `query`, as in `PagePlace`), or to an address elsewhere (`url`). */
export interface PageLinkProps extends CommonProps {
  readonly label: string;
  readonly path?: string | undefined;
  readonly query?: string | undefined;
  readonly url?: string | undefined;
  /** True on the page that it leads to. */
  readonly current?: true | undefined;
  readonly icon?: string | undefined;
  readonly iconPosition?: "left" | "right" | undefined;
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly icons?: Readonly<Record<string, string>> | undefined;
}

export const pageLink = display<PageLinkProps>();
