/** The query of the page's address, as the session's runs read and write it. */
export class PageQuery {
  #params: URLSearchParams;
  /** Names that the browser has changed (a link, the back button) and no bound widget has looked at since. */
  #moved = new Set<string>();
  /** Names that widgets are bound to. */
  readonly #bound = new Set<string>();

  constructor(query: string) {
    this.#params = new URLSearchParams(query);
  }

  get text(): string {
    return this.#params.toString();
  }

  getAll(name: string): string[] {
    return this.#params.getAll(name);
  }

  entries(): [string, string][] {
    return [...this.#params];
  }

  isBound(name: string): boolean {
    return this.#bound.has(name);
  }

  /** Gives a parameter these texts; none takes it away. */
  set(name: string, texts: readonly string[]): void {
    const before = this.#params.getAll(name);
    if (before.length === texts.length && before.every((text, i) => text === texts[i])) return;
    const [first, ...more] = texts;
    if (first === undefined) return this.#params.delete(name);
    // It keeps its place among the others.
    this.#params.set(name, first);
    for (const text of more) this.#params.append(name, text);
  }

  /** A bound widget has this value; undefined if it is the initial one. */
  bind(name: string, texts: readonly string[] | undefined): void {
    this.#bound.add(name);
    this.set(name, texts ?? []);
  }

  /** A bound widget is gone, and its parameter with it. */
  unbind(name: string): void {
    this.#bound.delete(name);
    this.set(name, []);
  }

  /** The browser is at another address, of the same page or of another one. */
  arrive(query: string, samePage: boolean): void {
    const before = this.#params;
    this.#params = new URLSearchParams(query);
    if (!samePage) this.#bound.clear();
    const names = new Set([...this.#params.keys(), ...(samePage ? before.keys() : [])]);
    const changed = [...names].filter((name) => this.#params.getAll(name).join("\0") !== before.getAll(name).join("\0"));
    this.#moved = new Set(samePage ? [...this.#moved, ...changed] : names);
  }

  /** Whether the browser has changed a parameter since this was asked for it. */
  takeMoved(name: string): boolean {
    return this.#moved.delete(name);
  }

  /** Takes back what was written since `text` was read. */
  restore(text: string): void {
    this.#params = new URLSearchParams(text);
  }
}
