/** A page's number, or a gap before or after the current page's neighbours. */
export type PageSlot = number | "before" | "after";

/** From so many slots on, the first and the last page are always among them. */
const WITH_ENDS = 5;

/**
 * What stands between the arrows: all pages if they fit into `slots`, else exactly so many slots with the current page in them. Since
 * their number stays, no button moves under the pointer.
 */
export function visiblePages(pages: number, current: number, slots: number): readonly PageSlot[] {
  if (pages <= slots) return range(1, pages);
  if (slots < WITH_ENDS) {
    const first = Math.max(1, Math.min(current - Math.floor(slots / 2), pages - slots + 1));
    return range(first, first + slots - 1);
  }
  const inner = slots - 4;
  const first = current - Math.floor((inner - 1) / 2);
  const last = first + inner - 1;
  if (first <= 3) return [...range(1, slots - 2), "after", pages];
  if (last >= pages - 2) return [1, "before", ...range(pages - slots + 3, pages)];
  return [1, "before", ...range(first, last), "after", pages];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
