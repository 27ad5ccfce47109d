/** Texts by name, to be read only: headers, cookies. A name that is not there is `undefined`. */
export interface Texts extends Iterable<readonly [name: string, text: string]> {
  get(name: string): string | undefined;
  has(name: string): boolean;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  entries(): IterableIterator<[name: string, text: string]>;
  /** A plain object with all of them. */
  toObject(): Record<string, string>;
}

/** Makes texts; `fold` gives the spelling under which a name is looked up. */
export function textsOf(entries: Iterable<readonly [string, string]>, fold: (name: string) => string = (name) => name): Texts {
  const map = new Map(entries);
  return Object.freeze({
    get: (name: string) => map.get(fold(name)),
    has: (name: string) => map.has(fold(name)),
    keys: () => map.keys(),
    values: () => map.values(),
    entries: () => map.entries(),
    toObject: () => Object.fromEntries(map),
    [Symbol.iterator]: () => map.entries(),
  });
}
