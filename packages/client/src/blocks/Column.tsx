import type { ElementProps } from "../elements/element-props.ts";
import styles from "./Columns.module.css";
import { Stack } from "./Stack.tsx";

/** One column of a row. */
export function Column({ props, childIds, renderChild }: ElementProps<"column">) {
  return (
    <div className={styles.column} data-border={props.border || undefined}>
      <Stack childIds={childIds} renderChild={renderChild} />
    </div>
  );
}
