import { samePlace, type LocationMsg, type PagePlace } from "@rivulet/protocol";

export interface BrowserHistoryOptions {
  /** Path that everything lies below: begins and ends with a slash. */
  readonly base: string;
  /** The user went somewhere. `back`: with the browser's own buttons. */
  readonly onNavigate: (place: PagePlace, back: boolean) => void;
}

/** The address bar and its history: where the user goes, and where the page has gone. */
export class BrowserHistory {
  readonly #options: BrowserHistoryOptions;
  #place: PagePlace;

  constructor(options: BrowserHistoryOptions) {
    this.#options = options;
    this.#place = this.#read();
    addEventListener("popstate", () => {
      const place = this.#read();
      // Another anchor in the same page is the browser's own affair.
      if (samePlace(place, this.#place)) return;
      this.#place = place;
      options.onNavigate(place, true);
    });
  }

  get place(): PagePlace {
    return this.#place;
  }

  /** The address of a place of the app. */
  href({ path, query }: PagePlace): string {
    return `${this.#options.base.slice(0, -1)}${path}${query === "" ? "" : `?${query}`}`;
  }

  /** The place of the app that an address names; undefined if it is elsewhere. */
  placeOf({ origin, pathname, search }: URL): PagePlace | undefined {
    const base = this.#options.base.slice(0, -1);
    if (origin !== location.origin || (pathname !== base && !pathname.startsWith(`${base}/`))) return undefined;
    return { path: pathname.slice(base.length) || "/", query: search.slice(1) };
  }

  /** The user follows a link. */
  go(place: PagePlace): void {
    if (!samePlace(place, this.#place)) history.pushState(null, "", this.href(place));
    this.#place = place;
    this.#options.onNavigate(place, false);
  }

  /** The page has gone somewhere. */
  follow({ path, query, mode }: LocationMsg): void {
    const place = { path, query };
    if (samePlace(place, this.#place)) return;
    this.#place = place;
    if (mode === "push") history.pushState(null, "", this.href(place));
    else history.replaceState(null, "", this.href(place));
  }

  #read(): PagePlace {
    return this.placeOf(new URL(location.href)) ?? { path: "/", query: "" };
  }
}
