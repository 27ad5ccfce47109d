import type { ElementProps } from "../elements/element-props.ts";
import styles from "./Columns.module.css";
import { gapLength } from "./gap.ts";

/** A row of columns. Below 640 px they stack, metrics two by two; without `wrap` the row scrolls instead. */
export function Columns({ props, childIds, renderChild, childProps }: ElementProps<"columns">) {
  const { gap, verticalAlignment = "top", wrap = true } = props;
  return (
    <div
      className={styles.row}
      data-vertical={verticalAlignment}
      data-wrap={wrap}
      style={{
        gap: gapLength(gap),
        "--columns": childIds.map((id) => `minmax(0, ${share(childProps(id).weight)}fr)`).join(" "),
        "--count": childIds.length,
      }}
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
