import { useEffect, useRef, useState, type ReactNode } from "react";
import styles from "./ScrollBox.module.css";

interface ScrollBoxProps {
  /** What the box holds, said when the box is reached by keyboard. */
  readonly label: string;
  readonly maxHeight?: number | string | undefined;
  readonly className?: string | undefined;
  /** Which lines a table shows, for its styles. */
  readonly border?: "full" | "horizontal" | "none" | undefined;
  readonly children: ReactNode;
}

/** Scrolls what is wider or taller than its place. Reachable by keyboard only while there is something to scroll. */
export function ScrollBox({ label, maxHeight, className, border, children }: ScrollBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const measure = () => setOverflows(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, [children]);
  const reachable = overflows ? { tabIndex: 0, role: "group", "aria-label": label } : {};
  return (
    <div
      ref={ref}
      className={className ? `${styles.box} ${className}` : styles.box}
      data-border={border}
      style={{ maxHeight }}
      {...reachable}
    >
      {children}
    </div>
  );
}
