import { optionIds, type OptionButtonsValue } from "@rivulet/protocol";
import { useId, useMemo, useRef, type ComponentProps } from "react";
import type { ElementProps } from "./element-props.ts";
import { InlineMarkdown, usePlainText } from "./markdown/InlineMarkdown.tsx";
import styles from "./OptionButtons.module.css";
import { Field } from "./widget/Field.tsx";
import { PressInput } from "./widget/PressInput.tsx";
import { useHiddenSides } from "./widget/use-hidden-sides.ts";

/** Options as separate pills. */
export function Pills(props: ElementProps<"pills">) {
  return <OptionButtons {...props} look="pills" />;
}

/** Options as one bar of segments. */
export function SegmentedControl(props: ElementProps<"segmentedControl">) {
  return <OptionButtons {...props} look="segments" />;
}

interface OptionButtonsProps extends ElementProps<"pills"> {
  readonly look: "pills" | "segments";
}

/** Native radios or checkboxes below what is seen: they bring the keys and the roles. */
function OptionButtons({ props, value, setValue, look }: OptionButtonsProps) {
  const { options, required = false, wrap = true, width, disabled, icons } = props;
  const id = useId();
  const ids = useMemo(() => optionIds(options), [options]);
  const multi = Array.isArray(value);
  const group = useRef<HTMLDivElement>(null);
  useHiddenSides(group, !wrap);
  return (
    <Field props={props} labelId={`${id}label`}>
      <div
        ref={group}
        className={styles[look]}
        data-line={!wrap || undefined}
        data-stretch={width === "stretch" || typeof width === "number" || undefined}
        role={multi ? "group" : "radiogroup"}
        aria-labelledby={`${id}label`}
        aria-required={(!multi && required) || undefined}
        aria-disabled={disabled}
      >
        {options.map((label, at) => {
          const option = ids[at] ?? label;
          return (
            <label key={option} className={styles.option}>
              <OptionInput
                label={label}
                type={multi ? "checkbox" : "radio"}
                name={id}
                value={option}
                checked={multi ? value.includes(option) : option === value}
                disabled={disabled}
                onPress={() => {
                  const next = pressed(value, option, required);
                  if (next !== value) setValue(next);
                }}
              />
              <span className={styles.text}>
                <InlineMarkdown body={label} icons={icons} links={false} />
              </span>
            </label>
          );
        })}
      </div>
    </Field>
  );
}

/** What is chosen after an option was pressed. */
function pressed(value: OptionButtonsValue, option: string, required: boolean): OptionButtonsValue {
  if (Array.isArray(value)) return value.includes(option) ? value.filter((other: string) => other !== option) : [...value, option];
  if (option !== value) return option;
  return required ? value : null;
}

interface OptionInputProps extends Omit<ComponentProps<typeof PressInput>, "label"> {
  readonly label: string;
}

function OptionInput({ label, ...input }: OptionInputProps) {
  const text = usePlainText(label);
  return <PressInput {...input} label={text === "" ? iconName(label) : undefined} />;
}

/** How an option that is nothing but an icon is called: `:material/zoom_in:` is "zoom in". */
function iconName(label: string): string {
  return label.replace(/^:(?:material\/)?([\w-]+):.*$/, "$1").replaceAll(/[_-]/g, " ");
}
