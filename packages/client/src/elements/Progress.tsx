import { useId } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import styles from "./Progress.module.css";

/** A bar that fills from 0 to 1. */
export function Progress({ props }: ElementProps<"progress">) {
  const { text, icons } = props;
  const id = useId();
  const part = Math.min(1, Math.max(0, props.value));
  return (
    <div className={styles.progress}>
      {text ? (
        <div id={id} className={styles.text}>
          <InlineMarkdown body={text} icons={icons} />
        </div>
      ) : null}
      <div
        className={styles.bar}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        {...(text ? { "aria-labelledby": id } : { "aria-label": elementText.progress })}
        style={{ "--part": part }}
      />
    </div>
  );
}
