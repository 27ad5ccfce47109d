import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./Latex.module.css";
import { Maths } from "./markdown/Maths.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import { HelpTip } from "./widget/HelpTip.tsx";

/** A formula as a block. */
export function Latex({ props }: ElementProps<"latex">) {
  const { body, help, icons } = props;
  return (
    <div className={styles.row}>
      <ScrollBox label={elementText.formula} className={styles.formula}>
        <Maths tex={body} display />
      </ScrollBox>
      {help ? <HelpTip help={help} icons={icons} /> : null}
    </div>
  );
}
