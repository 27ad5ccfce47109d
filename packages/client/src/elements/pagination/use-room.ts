import { useLayoutEffect, useState, type RefObject } from "react";

/**
 * The width in pixels that an element's place has, also when the element takes less of it; undefined until it is measured. Measured is
 * the box around the element's wrapper, since the wrapper may be as wide as what is shown.
 */
export function useRoom(ref: RefObject<HTMLElement | null>): number | undefined {
  const [room, setRoom] = useState<number>();
  useLayoutEffect(() => {
    const place = ref.current?.closest("[data-element]")?.parentElement;
    if (!place) return undefined;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(place);
      setRoom(place.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [ref]);
  return room;
}
