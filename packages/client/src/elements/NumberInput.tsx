import { formatNumber } from "@rivulet/protocol";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { sessionLocale } from "../i18n/session-locale.ts";
import type { ElementProps } from "./element-props.ts";
import { MinusGlyph, PlusGlyph } from "./Glyphs.tsx";
import { Icon } from "./Icon.tsx";
import { decimalsOf } from "./number/decimals.ts";
import { addSteps, clampNumber, parseNumber, reads } from "./number/parse-number.ts";
import styles from "./NumberInput.module.css";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { useEnterHint } from "./widget/form-context.ts";
import { useEdit } from "./widget/use-edit.ts";
import { Input } from "./widget/Input.tsx";

/** How many steps PageUp and PageDown go. */
const PAGE = 10;

/** A number field with buttons to step. What is typed is sent on Enter and when the field is left; steps at once. */
export function NumberInput({ props, value, setValue, setDraft, commitDraft, dropDraft }: ElementProps<"numberInput">) {
  const { min, max, step, integer, clearable, format, placeholder, icon, icons, disabled } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const enterHint = useEnterHint();
  const locale = sessionLocale();
  const limits = { min, max, integer };
  const edit = useEdit<number | null>({
    value,
    settled: props.value,
    show: (number) => {
      if (number === null) return "";
      const text = formatNumber(number, format, locale);
      // Nobody can edit "12.3K": where the format loses something, the number itself is edited.
      return focused && !reads(text, number, locale) ? formatNumber(number, "plain", locale) : text;
    },
    read: (text) => {
      if (text.trim() === "") return clearable ? null : undefined;
      const number = parseNumber(text, format === "percent", locale);
      return number === undefined ? undefined : clampNumber(number, limits);
    },
    setDraft,
    commitDraft,
    dropDraft,
  });
  const stepBy = (steps: number) => {
    const decimals = Math.max(decimalsOf(step), value === null ? 0 : decimalsOf(value));
    const from = value ?? clampNumber(0, limits);
    // The first step into an empty field shows where it starts.
    const next = clampNumber(value === null ? from : addSteps(from, steps * step, decimals), limits);
    edit.drop();
    if (next !== value || edit.editing) setValue(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE }[event.key];
    if (event.key === "Enter") return edit.commit(false);
    if (event.key === "Escape" && edit.editing) {
      event.preventDefault();
      return edit.drop();
    }
    if (steps === undefined) return;
    event.preventDefault();
    stepBy(steps);
  };
  const stepButton = (steps: 1 | -1) => (
    <button
      type="button"
      // The keyboard steps with the arrow keys, assistive technology with those of a spinbutton.
      tabIndex={-1}
      aria-hidden="true"
      disabled={disabled || (value !== null && (steps > 0 ? max !== undefined && value >= max : min !== undefined && value <= min))}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        input.current?.focus({ preventScroll: true });
        stepBy(steps);
      }}
    >
      {steps > 0 ? <PlusGlyph /> : <MinusGlyph />}
    </button>
  );
  return (
    <Field props={props} labelId={`${id}label`} controlId={id} hint={edit.editing ? enterHint : undefined}>
      <div className={`${field.box} ${styles.box}`} data-disabled={disabled || undefined}>
        {icon ? (
          <span className={field.lead}>
            <Icon icon={icon} icons={icons} />
          </span>
        ) : null}
        <Input
          ref={input}
          id={id}
          className={field.input}
          role="spinbutton"
          inputMode={integer && min !== undefined && min >= 0 ? "numeric" : "decimal"}
          autoComplete="off"
          disabled={disabled}
          placeholder={placeholder}
          aria-valuenow={value ?? undefined}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={value === null ? undefined : formatNumber(value, format, locale)}
          value={edit.text}
          onChange={(event) => edit.change(event.currentTarget.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            edit.commit(false);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={styles.steps}>
          {stepButton(-1)}
          {stepButton(1)}
        </span>
      </div>
    </Field>
  );
}
