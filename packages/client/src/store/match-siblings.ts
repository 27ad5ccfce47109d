/** What siblings are told apart by. */
export interface Sibling {
  /** Nodes of different kinds are never the same one. */
  readonly kind: string;
  /** Nodes of one kind with equal names are the same one where there are no others. */
  readonly name: string;
}

const NEW = -1;

/**
 * Finds old children of a block again among its new ones: for each new one the index of the old one, or -1.
 *
 * A name that is there once before and once after says which is which, wherever they stand. Of these the most that kept their order
 * divide the children into stretches; in each, equal names are paired in order, then equal kinds. So a child never changes places
 * with another one merely because the two look alike: what moves in the document loses its focus. If `more` new ones are to come
 * behind these, those of equal kind must follow what was found before them: others may still be found by their names.
 */
export function matchSiblings(before: readonly Sibling[], after: readonly Sibling[], more = false): readonly number[] {
  const found = namedOnce(before, after);
  const taken = new Set(found);
  const fixed = inOrder(found);
  for (const label of ["name", "kind"] as const) {
    let [oldFrom, newFrom] = [0, 0];
    for (let at = 0; at <= after.length; at++) {
      const old = at < after.length ? (fixed[at] as number) : before.length;
      if (old === NEW) continue;
      pairInOrder(before, after, { label, oldFrom, oldTo: old, newFrom, newTo: at });
      [oldFrom, newFrom] = [old + 1, at + 1];
    }
  }
  return found;

  function pairInOrder(olds: readonly Sibling[], news: readonly Sibling[], stretch: Stretch): void {
    const { label, oldFrom, oldTo, newFrom, newTo } = stretch;
    if (oldFrom >= oldTo || newFrom >= newTo) return;
    // The last first, so that the first one is popped.
    const places = new Map<string, number[]>();
    for (let old = oldTo - 1; old >= oldFrom; old--) {
      if (taken.has(old)) continue;
      const text = (olds[old] as Sibling)[label];
      const list = places.get(text);
      if (list) list.push(old);
      else places.set(text, [old]);
    }
    let next = oldFrom;
    for (let at = newFrom; at < newTo; at++) {
      if (found[at] !== NEW) continue;
      const list = places.get((news[at] as Sibling)[label]);
      let old = list?.pop();
      while (old !== undefined && old < next) old = list?.pop();
      if (old === undefined || (more && label === "kind" && old !== next)) continue;
      found[at] = fixed[at] = old;
      taken.add(old);
      next = old + 1;
    }
  }
}

interface Stretch {
  readonly label: keyof Sibling;
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** For each new sibling the old one, where the name stands once among the old and once among the new. */
function namedOnce(before: readonly Sibling[], after: readonly Sibling[]): number[] {
  const olds = places(before);
  const news = places(after);
  return after.map(({ name }) => (news.get(name) === NEW ? NEW : (olds.get(name) ?? NEW)));
}

/** Where each name stands; -1 for one that stands in several places. */
function places(siblings: readonly Sibling[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { name }] of siblings.entries()) found.set(name, found.has(name) ? NEW : at);
  return found;
}

/** The same list with its longest rising part only; -1 for the rest. */
function inOrder(found: readonly number[]): number[] {
  /** By length of a rising part: where the one with the lowest end ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, old] of found.entries()) {
    if (old === NEW) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[ends[middle] as number] as number) < old) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? NEW;
    ends[low] = at;
  }
  const rising = found.map(() => NEW);
  for (let at = ends.at(-1) ?? NEW; at !== NEW; at = previous[at] as number) rising[at] = found[at] as number;
  return rising;
}
