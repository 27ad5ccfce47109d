import { hasSeconds } from "@rivulet/protocol";
import { useId, useMemo } from "react";
import { sessionLocale } from "../../i18n/session-locale.ts";
import type { Choice } from "../combobox/choices.ts";
import { ComboboxField } from "../combobox/ComboboxField.tsx";
import { useCombobox } from "../combobox/use-combobox.ts";
import type { ElementProps } from "../element-props.ts";
import field from "../widget/Field.module.css";
import { Field } from "../widget/Field.tsx";
import { ClockGlyph } from "./Glyphs.tsx";
import { readTime, timesOfDay, timeWriter } from "./time-text.ts";

/** A time of day: a field with a list of times below it; times between those can be typed. */
export function TimeInput({ props, value, setValue }: ElementProps<"timeInput">) {
  const { step, format, clearable, disabled = false } = props;
  const id = useId();
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
  const { query } = combobox;
  const takeTyped = () => {
    const time = query === undefined ? undefined : readTime(query, seconds);
    if (time !== undefined) choose(time);
  };
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <ComboboxField
        id={id}
        combobox={combobox}
        disabled={disabled}
        searchable
        typing
        label={value === null ? "" : show(value)}
        placeholder={show(seconds ? "00:00:00" : "00:00").replaceAll(/\d/g, "-")}
        icon={
          <span className={field.lead}>
            <ClockGlyph />
          </span>
        }
        onClear={clearable && value !== null ? () => setValue(null) : undefined}
        onLeave={takeTyped}
        isChosen={(time) => time === value}
      />
    </Field>
  );
}

function choiceOf(id: string, label: string): Choice {
  return { id, label, kind: "option" };
}
