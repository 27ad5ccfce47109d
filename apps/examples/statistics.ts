/** The sum of what `read` gives. */
export function sum<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}

/** The mean of what `read` gives; NaN of nothing. */
export function mean<T>(items: readonly T[], read: (item: T) => number): number {
  return sum(items, read) / items.length;
}

/** The item for which `read` gives most: the first of several, undefined of nothing. */
export function most<T>(items: readonly T[], read: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, item) => (best === undefined || read(item) > read(best) ? item : best), undefined);
}

/** The items by what `read` gives, in order of appearance. */
export function groupBy<T, K>(items: readonly T[], read: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = read(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
