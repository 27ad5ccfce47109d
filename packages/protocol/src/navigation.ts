/** The pages of an app as its navigation shows them. */
export interface Navigation {
  readonly position: "sidebar" | "top" | "hidden";
  /** How many pages show before the others are asked for; true: all. Default 10. */
  readonly expanded?: boolean | number | undefined;
  readonly sections: readonly NavigationSection[];
  /** The path of the page that is shown; undefined where there is none. */
  readonly current: string | undefined;
  /** Outlines of the `:material/name:` icons of pages, by name. */
  readonly icons?: Readonly<Record<string, string>> | undefined;
}

export interface NavigationSection {
  /** "" has no heading. */
  readonly title: string;
  readonly pages: readonly NavigationLink[];
}

/** A page of the app (`path`, as in `PagePlace`), or an address elsewhere (`url`). */
export interface NavigationLink {
  readonly title: string;
  readonly icon?: string | undefined;
  readonly path?: string | undefined;
  readonly url?: string | undefined;
}
