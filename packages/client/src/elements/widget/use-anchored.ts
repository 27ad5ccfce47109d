import { useLayoutEffect, type RefObject } from "react";
import { isFromRight } from "../../i18n/is-from-right.ts";

interface Anchoring {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly floating: RefObject<HTMLElement | null>;
  readonly open: boolean;
  /** As wide as the anchor, as lists are, or at least ("least", as menus are); else as wide as its content. */
  readonly matchWidth: boolean | "least";
  /** Where what is not as wide begins: in the middle (default) or where the anchor does. */
  readonly align?: "start" | undefined;
}

const GAP = 6;
const MARGIN = 8;

/**
 * Shows a floating element (with `popover="manual"`) in the top layer beside its anchor, and keeps it there while
 * the page scrolls or resizes: below if it fits or there is more room than above.
 */
export function useAnchored({ anchor, floating, open, matchWidth, align }: Anchoring): void {
  useLayoutEffect(() => {
    const at = anchor.current;
    const box = floating.current;
    if (!open || !at || !box) return undefined;
    box.showPopover();
    const place = () => {
      const { left, right, top, bottom, width } = at.getBoundingClientRect();
      box.style.maxHeight = "none";
      if (matchWidth) box.style[matchWidth === "least" ? "minWidth" : "width"] = `${width}px`;
      const below = innerHeight - bottom - GAP - MARGIN;
      const above = top - GAP - MARGIN;
      const wanted = box.offsetHeight;
      const down = wanted <= below || below >= above;
      box.style.maxHeight = `${Math.max(80, down ? below : above)}px`;
      const height = box.offsetHeight;
      const atStart = isFromRight(at) ? right - box.offsetWidth : left;
      const start = matchWidth || align ? atStart : (left + right - box.offsetWidth) / 2;
      box.style.left = `${Math.max(MARGIN, Math.min(start, document.documentElement.clientWidth - MARGIN - box.offsetWidth))}px`;
      box.style.top = `${down ? bottom + GAP : top - GAP - height}px`;
    };
    place();
    // The list scrolls by itself; only what moves the anchor matters.
    const onScroll = (event: Event) => {
      if (!(event.target instanceof Node && box.contains(event.target))) place();
    };
    const observer = new ResizeObserver(place);
    observer.observe(at);
    for (const child of box.children) observer.observe(child);
    addEventListener("scroll", onScroll, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      observer.disconnect();
      removeEventListener("scroll", onScroll, { capture: true });
      removeEventListener("resize", place);
      if (box.isConnected) box.hidePopover();
    };
  }, [anchor, floating, open, matchWidth, align]);
}
