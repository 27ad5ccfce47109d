import type { PageLogo } from "./page-logo.ts";

/** What a page shows around itself. */
export interface PageFrame extends PageConfig {
  readonly logo?: PageLogo | undefined;
}

/** What a page says of itself with `st.setPageConfig`. */
export interface PageConfig {
  readonly title?: string | undefined;
  /** What search engines and link previews say of the page: a sentence or two, in its HTML from the first run on. */
  readonly description?: string | undefined;
  /** One emoji, or the data URL or SVG of a favicon. */
  readonly icon?: string | undefined;
  readonly layout?: "centered" | "wide" | undefined;
  readonly sidebar?: "auto" | "expanded" | "collapsed" | number | undefined;
  /** The language that the page is written in, and how it shows numbers and dates: a BCP 47 tag such as "de" or "ar-EG". Without one the browser's. */
  readonly locale?: string | undefined;
  readonly menu?:
    | { readonly help?: string | undefined; readonly bug?: string | undefined; readonly about?: string | undefined }
    | undefined;
}
