import { useId } from "react";
import styles from "./ColorPicker.module.css";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { Input } from "./widget/Input.tsx";
import { useEdit } from "./widget/use-edit.ts";

/** A colour: the system's chooser behind a swatch, and its hex code to type or paste. */
export function ColorPicker({ props, value, setValue, setDraft, commitDraft, dropDraft }: ElementProps<"colorPicker">) {
  const { disabled } = props;
  const id = useId();
  const edit = useEdit<string>({ value, settled: props.value, show: (color) => color, read: readColor, setDraft, commitDraft, dropDraft });
  return (
    <Field props={props} labelId={`${id}label`} controlId={id} hint={edit.editing ? elementText.pressEnter : undefined}>
      <div className={`${field.box} ${styles.box}`} data-disabled={disabled || undefined}>
        <Input
          type="color"
          className={styles.swatch}
          aria-label={elementText.chooseColor}
          aria-describedby={`${id}label`}
          disabled={disabled}
          value={value}
          onChange={(event) => {
            edit.drop();
            setValue(event.currentTarget.value);
          }}
        />
        <Input
          id={id}
          type="text"
          className={field.input}
          autoComplete="off"
          spellCheck={false}
          maxLength={7}
          disabled={disabled}
          value={edit.text}
          onChange={(event) => edit.change(event.currentTarget.value)}
          onBlur={() => edit.commit(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") edit.commit(false);
            else if (event.key === "Escape") edit.drop();
          }}
        />
      </div>
    </Field>
  );
}

/** "#rrggbb" for what was typed, with or without "#", with three or six digits. */
function readColor(text: string): string | undefined {
  const [, digits = ""] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === "") return undefined;
  return `#${digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits}`.toLowerCase();
}
