/** What a cached value is found by. */
export interface CacheKey {
  /** Who may see it: a session's id, or nothing for everybody. */
  readonly scope: string;
  /** The cached function: its module, place and source. */
  readonly fn: string;
  /** The arguments by value. */
  readonly args: string;
}

/** The entries that agree in what is given: all of them when nothing is. */
export interface CacheRange {
  readonly scope?: string | undefined;
  readonly fn?: string | undefined;
  readonly args?: string | undefined;
}

/** One string for a key. Neither scopes nor functions have line breaks in them. */
export function keyText({ scope, fn, args }: CacheKey): string {
  return `${scope}\n${fn}\n${args}`;
}

export function inRange(key: CacheKey, { scope, fn, args }: CacheRange): boolean {
  return (scope === undefined || scope === key.scope) && (fn === undefined || fn === key.fn) && (args === undefined || args === key.args);
}
