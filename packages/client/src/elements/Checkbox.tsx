import { useId } from "react";
import styles from "./Checkbox.module.css";
import type { ElementProps } from "./element-props.ts";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import { HelpTip } from "./widget/HelpTip.tsx";
import { Problem } from "./widget/Problem.tsx";
import { Input } from "./widget/Input.tsx";

/** A box to tick. */
export function Checkbox(props: ElementProps<"checkbox">) {
  return <Ticked {...props} role={undefined} />;
}

/** A switch. */
export function Toggle(props: ElementProps<"toggle">) {
  return <Ticked {...props} role="switch" />;
}

function Ticked({ props, value, setValue, role }: ElementProps<"checkbox"> & { readonly role: "switch" | undefined }) {
  const { label, help, icons, labelVisibility = "visible", disabled, problem, wrap = true } = props;
  const id = useId();
  return (
    <>
      <div className={styles.row} data-disabled={disabled || undefined}>
        <label className={styles.label} data-visibility={labelVisibility}>
          <Input
            type="checkbox"
            role={role}
            className={role ? styles.switch : styles.box}
            checked={value}
            disabled={disabled}
            onChange={(event) => setValue(event.currentTarget.checked)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && role) setValue(!value);
            }}
          />
          <span id={id} className={styles.text} data-line={!wrap || undefined}>
            <InlineMarkdown body={label} icons={icons} />
          </span>
        </label>
        {help && labelVisibility === "visible" ? (
          <span className={styles.help}>
            <HelpTip help={help} icons={icons} about={id} />
          </span>
        ) : null}
      </div>
      <Problem text={problem} />
    </>
  );
}
