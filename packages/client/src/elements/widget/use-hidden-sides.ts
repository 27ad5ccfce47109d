import { useEffect, type RefObject } from "react";
import { isFromRight } from "../../i18n/is-from-right.ts";

/**
 * Notes in `data-hidden` of a box that scrolls sideways at which sides there is more: "left", "right" or "left right". Written to the
 * document itself: scrolling renders nothing.
 */
export function useHiddenSides(ref: RefObject<HTMLElement | null>, scrolls: boolean): void {
  useEffect(() => {
    const box = ref.current;
    if (!box || !scrolls) return undefined;
    const note = () => {
      const room = box.scrollWidth - box.clientWidth;
      // From right to left places go from minus the room to 0.
      const left = isFromRight(box) ? room + box.scrollLeft : box.scrollLeft;
      const sides = [left > 1 && "left", left < room - 1 && "right"].filter(Boolean).join(" ");
      if (sides === "") delete box.dataset["hidden"];
      else box.dataset["hidden"] = sides;
    };
    const observer = new ResizeObserver(note);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    box.addEventListener("scroll", note, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", note);
      delete box.dataset["hidden"];
    };
  }, [ref, scrolls]);
}
