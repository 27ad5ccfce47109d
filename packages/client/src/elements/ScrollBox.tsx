import { useRef, type ReactNode } from "react";
import styles from "./ScrollBox.module.css";
import { useScrolled } from "./use-scrolled.ts";
import { useHiddenSides } from "./widget/use-hidden-sides.ts";

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
  const reachable = useScrolled(ref, label, children);
  useHiddenSides(ref, true);
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
