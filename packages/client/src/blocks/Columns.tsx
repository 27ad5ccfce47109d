import { useRef } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { useScrolled } from "../elements/use-scrolled.ts";
import { useHiddenSides } from "../elements/widget/use-hidden-sides.ts";
import styles from "./Columns.module.css";
import { gapLength } from "./gap.ts";

/** A row of columns. Below 640 px they stack, metrics two by two; without `wrap` the row scrolls instead. */
export function Columns({ props, childIds, renderChild, childProps }: ElementProps<"columns">) {
  const { gap, verticalAlignment = "top", wrap = true } = props;
  const row = useRef<HTMLDivElement>(null);
  const reachable = useScrolled(row, elementText.scrollable, childIds);
  useHiddenSides(row, !wrap);
  return (
    <div
      ref={row}
      className={styles.row}
      data-vertical={verticalAlignment}
      data-wrap={wrap}
      style={{
        // Always its own: a row in a row would inherit it.
        "--gap": gapLength(gap) ?? "var(--rv-gap)",
        "--columns": childIds.map((id) => `minmax(0, ${share(childProps(id).weight)}fr)`).join(" "),
        "--count": childIds.length,
      }}
      {...(wrap ? {} : reachable)}
    >
      {childIds.map((id) => (
        <div key={id} className={styles.cell}>
          {renderChild(id)}
        </div>
      ))}
    </div>
  );
}

function share(weight: unknown): number {
  return typeof weight === "number" && weight > 0 ? weight : 1;
}
