import { samePlace, type LocationMsg, type PagePlace } from "@rivulet/protocol";
import { pageHref, placeAt } from "../page-meta.ts";

export interface BrowserHistoryOptions {
  /** The user went somewhere. */
  readonly onNavigate: (place: PagePlace) => void;
  /** Another page is about to be shown: from its top, or, when its user goes back to it, from where it was left. In pixels. */
  readonly onLeave: (top: number | undefined) => void;
}

/** The address bar and its history: where the user goes, and where the page has gone. */
export class BrowserHistory {
  readonly #options: BrowserHistoryOptions;
  #place = here();
  /** The entry of the history that is shown, counted from the first. */
  #entry = 0;
  /** How far each entry was scrolled down when it was left. */
  readonly #tops = new Map<number, number>();

  constructor(options: BrowserHistoryOptions) {
    this.#options = options;
    this.#entry = entryOf(history.state);
    addEventListener("popstate", ({ state }) => this.#back(here(), entryOf(state)));
  }

  /** Path and query in the address bar. */
  get place(): PagePlace {
    return this.#place;
  }

  /** The user follows a link. */
  go(place: PagePlace): void {
    this.#push(place);
    this.#options.onNavigate(place);
  }

  /** The page has gone somewhere. */
  follow({ path, query, mode }: LocationMsg): void {
    const place = { path, query };
    if (samePlace(place, this.#place)) return;
    if (mode === "push") this.#push(place);
    else {
      write(() => history.replaceState(history.state, "", pageHref(place)));
      this.#place = place;
    }
  }

  #push(place: PagePlace): void {
    if (samePlace(place, this.#place)) return;
    // The browser would scroll before the page is there.
    history.scrollRestoration = "manual";
    this.#tops.set(this.#entry, scrollY);
    const entry = ++this.#entry;
    write(() => history.pushState({ entry }, "", pageHref(place)));
    this.#moveTo(place, undefined);
  }

  #back(place: PagePlace, entry: number): void {
    this.#tops.set(this.#entry, scrollY);
    this.#entry = entry;
    // Another anchor in the same page is the browser's own affair.
    if (samePlace(place, this.#place)) return;
    this.#moveTo(place, this.#tops.get(entry) ?? 0);
    this.#options.onNavigate(place);
  }

  #moveTo(place: PagePlace, top: number | undefined): void {
    const { path } = this.#place;
    this.#place = place;
    if (path !== place.path) this.#options.onLeave(top);
  }
}

/** Changes what the address bar says, if the browser lets it. */
function write(step: () => void): void {
  try {
    step();
  } catch {
    // Some refuse after a hundred steps in half a minute, as of a slider in the address: what the page shows is worth more.
  }
}

function here(): PagePlace {
  return placeAt(new URL(location.href)) ?? { path: "/", query: "" };
}

function entryOf(state: unknown): number {
  const { entry } = (state ?? {}) as { readonly entry?: unknown };
  return typeof entry === "number" ? entry : 0;
}
