import type { ElementProps } from "./element-props.ts";
import styles from "./Text.module.css";
import { HelpTip } from "./widget/HelpTip.tsx";

/** Text as it is. */
export function Text({ props }: ElementProps<"text">) {
  const { body, help, icons, textAlignment, wrap = true } = props;
  return (
    <div className={styles.row}>
      <div className={styles.text} data-line={!wrap || undefined} style={{ textAlign: textAlignment }}>
        {body}
      </div>
      {help ? (
        <span className={styles.help}>
          <HelpTip help={help} icons={icons} />
        </span>
      ) : null}
    </div>
  );
}
