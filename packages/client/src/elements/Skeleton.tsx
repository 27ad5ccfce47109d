import type { ElementProps } from "./element-props.ts";
import { text } from "../text.ts";
import styles from "./Skeleton.module.css";

/** Stands in for what is on its way. */
export function Skeleton({ props: { height, late } }: ElementProps<"skeleton">) {
  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={text.loading}
      data-late={late || undefined}
      data-stretch={height === "stretch" || undefined}
      style={{ height: typeof height === "number" ? height : undefined }}
    />
  );
}
