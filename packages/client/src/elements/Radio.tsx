import { optionIds } from "@rivulet/protocol";
import { useId, useMemo } from "react";
import type { ElementProps } from "./element-props.ts";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import styles from "./Radio.module.css";
import { Field } from "./widget/Field.tsx";
import { Input } from "./widget/Input.tsx";

/** One of few, all in view. */
export function Radio({ props, value, setValue }: ElementProps<"radio">) {
  const { options, captions, horizontal = false, disabled, icons } = props;
  const id = useId();
  const ids = useMemo(() => optionIds(options), [options]);
  return (
    <Field props={props} labelId={`${id}label`}>
      <div
        className={styles.group}
        data-horizontal={horizontal || undefined}
        role="radiogroup"
        aria-labelledby={`${id}label`}
        aria-disabled={disabled}
      >
        {options.map((label, at) => {
          const option = ids[at] ?? label;
          const caption = captions?.[at];
          const hasCaption = caption !== undefined && caption !== "";
          return (
            <label key={option} className={styles.option} data-disabled={disabled || undefined}>
              <Input
                type="radio"
                name={id}
                className={styles.dot}
                value={option}
                checked={option === value}
                disabled={disabled}
                aria-labelledby={`${id}option${at}`}
                aria-describedby={hasCaption ? `${id}caption${at}` : undefined}
                onChange={() => setValue(option)}
              />
              <span className={styles.text}>
                <span id={`${id}option${at}`}>
                  <InlineMarkdown body={label} icons={icons} />
                </span>
                {hasCaption ? (
                  <span id={`${id}caption${at}`} className={styles.caption}>
                    <InlineMarkdown body={caption} icons={icons} />
                  </span>
                ) : null}
              </span>
            </label>
          );
        })}
      </div>
    </Field>
  );
}
