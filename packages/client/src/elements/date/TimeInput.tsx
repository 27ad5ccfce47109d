import { hasSeconds } from "@rivulet/protocol";
import { useId, useMemo, useRef } from "react";
import { sessionLocale } from "../../i18n/session-locale.ts";
import type { Choice } from "../combobox/choices.ts";
import styles from "../combobox/Combobox.module.css";
import { OptionList } from "../combobox/OptionList.tsx";
import { useCombobox } from "../combobox/use-combobox.ts";
import type { ElementProps } from "../element-props.ts";
import { elementText } from "../element-text.ts";
import { CrossGlyph } from "../Glyphs.tsx";
import field from "../widget/Field.module.css";
import { Field } from "../widget/Field.tsx";
import { Input } from "../widget/Input.tsx";
import { ClockGlyph } from "./Glyphs.tsx";
import { readTime, timesOfDay, timeWriter } from "./time-text.ts";

/** A time of day: a field with a list of times below it; times between those can be typed. */
export function TimeInput({ props, value, setValue }: ElementProps<"timeInput">) {
  const { step, format, clearable, disabled = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const seconds = hasSeconds(step);
  const show = useMemo(() => timeWriter(seconds, format, sessionLocale()), [seconds, format]);
  const choices = useMemo(() => timesOfDay(step).map((time) => choiceOf(time, show(time))), [step, show]);
  const find = (query: string): readonly Choice[] => {
    const typed = query.trim().toLowerCase();
    if (typed === "") return choices;
    const time = readTime(typed, seconds);
    const found = choices.filter(
      ({ id: other, label }) => other !== time && (label.toLowerCase().startsWith(typed) || other.startsWith(typed)),
    );
    return time === undefined ? found : [choiceOf(time, show(time)), ...found];
  };
  const choose = (time: string) => {
    if (time !== value) setValue(time);
  };
  const combobox = useCombobox({
    find,
    selected: value ?? undefined,
    choose: (choice) => choose(choice.id),
    many: false,
    disabled,
    searchable: true,
  });
  const { open, active, query } = combobox;
  const takeTyped = () => {
    const time = query === undefined ? undefined : readTime(query, seconds);
    if (time !== undefined) choose(time);
  };
  const label = value === null ? "" : show(value);
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <div
        ref={combobox.box}
        className={`${field.box} ${styles.field}`}
        data-disabled={disabled || undefined}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest("button, [popover]")) return;
          input.current?.focus();
          combobox.toggle();
        }}
      >
        <Input
          ref={input}
          id={id}
          className={field.input}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? combobox.listId : undefined}
          aria-activedescendant={open && active >= 0 ? `${combobox.listId}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={open && label !== "" ? label : show(seconds ? "00:00:00" : "00:00").replaceAll(/\d/g, "-")}
          value={query ?? label}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => combobox.type(event.currentTarget.value)}
          onBlur={() => {
            takeTyped();
            combobox.close();
          }}
          onKeyDown={(event) => {
            // The list closes before the field is left, and forgets the text.
            if (event.key === "Tab") takeTyped();
            combobox.onKeyDown(event);
          }}
        />
        {clearable && value !== null && !disabled ? (
          <button
            type="button"
            className={field.tool}
            aria-label={elementText.clear}
            aria-describedby={`${id}label`}
            onClick={() => {
              setValue(null);
              input.current?.focus();
            }}
          >
            <CrossGlyph />
          </button>
        ) : null}
        <span className={field.lead}>
          <ClockGlyph />
        </span>
        {open ? <OptionList combobox={combobox} isChosen={(time) => time === value} many={false} /> : null}
      </div>
    </Field>
  );
}

function choiceOf(id: string, label: string): Choice {
  return { id, label, kind: "option" };
}
