/** An image of the page's: at an address, or handed over to the server (`media`). */
export interface LogoImage {
  readonly src?: string | undefined;
  readonly media?: string | undefined;
}

/** What stands at the top of the sidebar, or of the page while there is none (`st.logo`). */
export interface PageLogo {
  readonly image: LogoImage;
  /** Stands in where the sidebar is closed. */
  readonly icon?: LogoImage | undefined;
  readonly size: "small" | "medium" | "large";
  /** Where a click leads; without it to the start page. */
  readonly link?: string | undefined;
  /** What it is called for those who do not see it. */
  readonly alt: string;
}
