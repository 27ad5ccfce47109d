import { useEffect, useState, type RefObject } from "react";

/** What makes a box reachable by keyboard while there is something to scroll in it; nothing while there is not. */
export function useScrolled(ref: RefObject<HTMLElement | null>, label: string, content: unknown) {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const measure = () => setOverflows(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [ref, content]);
  return overflows ? { tabIndex: 0, role: "group", "aria-label": label } : {};
}
