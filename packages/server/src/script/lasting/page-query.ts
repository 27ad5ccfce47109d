import type { SessionPlace } from "../session-place.ts";

/** Characters of a query that servers, proxies and browsers take for sure. */
export const MAX_QUERY = 6000;

/** The query of the page's address, as the session's runs read and write it. What they write goes out with the next frame, as one step. */
export class PageQuery {
  readonly #place: Pick<SessionPlace, "path" | "query" | "goTo">;
  /** Of the place that `#path` and `#query` name, with what was written since. */
  #params = new URLSearchParams();
  #path: string;
  #query: string;
  /** How what was written and not sent yet is to go into the browser's history. */
  #written: "push" | "replace" | undefined;
  /** A write is a step that the user can go back from, if the user has caused it, and once a request. */
  #mode: "push" | "replace" = "replace";
  /** Names that the browser has changed (a link, the back button) and no bound widget has looked at since. */
  #moved: Set<string> | undefined;
  /** Names that widgets are bound to. */
  readonly #bound = new Set<string>();

  constructor(place: Pick<SessionPlace, "path" | "query" | "goTo">) {
    this.#place = place;
    this.#path = place.path;
    this.#query = place.query;
    this.#params = new URLSearchParams(place.query);
  }

  /** A request begins: did the user do something on the page? */
  begin(acted: boolean): void {
    this.#mode = acted ? "push" : "replace";
  }

  /** Somebody may have gone somewhere. */
  #sync(): void {
    const { path, query } = this.#place;
    if (path !== this.#path || query !== this.#query) this.#arrive(path, query);
  }

  #arrive(path: string, query: string): void {
    const before = this.#params;
    const samePage = path === this.#path;
    this.#path = path;
    this.#query = query;
    this.#params = new URLSearchParams(query);
    this.#written = undefined;
    const names = [...this.#params.keys(), ...(samePage ? before.keys() : [])];
    const changed = names.filter((name) => !samePage || !same(this.#params.getAll(name), before.getAll(name)));
    this.#moved = new Set([...(samePage ? (this.#moved ?? []) : []), ...changed]);
    if (!samePage) this.#bound.clear();
  }

  get names(): string[] {
    this.#sync();
    return [...new Set(this.#params.keys())];
  }

  /** All of it, with what was written and not sent yet. */
  toString(): string {
    this.#sync();
    return this.#params.toString();
  }

  getAll(name: string): string[] {
    this.#sync();
    return this.#params.getAll(name);
  }

  isBound(name: string): boolean {
    this.#sync();
    return this.#bound.has(name);
  }

  /** Gives a parameter these texts; none takes it away. False if the address would be too long: then it is as it was. */
  set(name: string, texts: readonly string[]): boolean {
    this.#sync();
    if (same(this.#params.getAll(name), texts)) return true;
    const pairs = [...this.#params];
    const at = pairs.findIndex(([other]) => other === name);
    // It keeps its place among the others.
    const others = (from: number, to: number) => pairs.slice(from, to).filter(([other]) => other !== name);
    const cut = at < 0 ? pairs.length : at;
    const params = new URLSearchParams([
      ...others(0, cut),
      ...texts.map((text): [string, string] => [name, text]),
      ...others(cut, pairs.length),
    ]);
    if (params.toString().length > MAX_QUERY && texts.length > 0) return false;
    this.#params = params;
    if (this.#written !== "push") this.#written = this.#mode;
    return true;
  }

  /** A bound widget has this value; undefined if it is the initial one. False if it is too long to stand there. */
  bind(name: string, texts: readonly string[] | undefined): boolean {
    const fits = this.set(name, texts ?? []);
    if (!fits) this.set(name, []);
    this.#bound.add(name);
    return fits;
  }

  /** A bound widget is gone, and its parameter with it, unless the user has gone to another page. */
  unbind(name: string): void {
    this.#sync();
    if (this.#bound.delete(name)) this.set(name, []);
  }

  /** Whether the browser has changed a parameter since this was asked for it. */
  takeMoved(name: string): boolean {
    this.#sync();
    return this.#moved?.delete(name) === true;
  }

  /** Sends what was written on its way. */
  flush(): void {
    if (this.#written === undefined) return;
    this.#sync();
    // Who has gone somewhere meanwhile has left it behind.
    const mode = this.#written;
    if (mode === undefined) return;
    this.#written = undefined;
    this.#mode = "replace";
    this.#query = this.#params.toString();
    this.#place.goTo({ path: this.#path, query: this.#query }, mode);
  }

  /** Takes back what was written since the last flush. */
  undo(): void {
    this.#params = new URLSearchParams(this.#query);
    this.#written = undefined;
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
