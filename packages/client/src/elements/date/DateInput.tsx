import { useState } from "react";
import type { ElementProps } from "../element-props.ts";
import { elementText } from "../element-text.ts";
import { clampDay } from "./calendar.ts";
import { DateField } from "./DateField.tsx";
import { readDate, showDate } from "./date-text.ts";

type Chosen = string | readonly [string, string];

/** One day, or a range of days, which is sent once it has both its ends. */
export function DateInput({ props, value, setValue, ...widget }: ElementProps<"dateInput">) {
  const { min, max, format, range = false } = props;
  const [from, setFrom] = useState<string>();
  const within = (day: string | undefined) => (day !== undefined && clampDay(day, min, max) === day ? day : undefined);
  const readRange = (text: string): Chosen | undefined => {
    const [first, last, ...more] = text.split(/\s*[–—]\s*|\s+-\s+/).map((part) => within(readDate(part, format)));
    if (first === undefined || last === undefined || more.length > 0) return undefined;
    return first <= last ? [first, last] : [last, first];
  };
  const pick = (day: string): boolean => {
    if (range && from === undefined) {
      setFrom(day);
      return false;
    }
    setFrom(undefined);
    setValue(from === undefined ? day : from <= day ? [from, day] : [day, from]);
    return true;
  };
  const limits = [min && elementText.date.from(showDate(min, format)), max && elementText.date.to(showDate(max, format))].filter(Boolean);
  return (
    <DateField<Chosen>
      {...widget}
      props={props}
      value={value}
      setValue={setValue}
      show={(shown) => (typeof shown === "string" ? showDate(shown, format) : shown.map((day) => showDate(day, format)).join(" – "))}
      read={range ? readRange : (text) => within(readDate(text, format))}
      placeholder={range ? `${format} – ${format}` : format}
      expected={[elementText.date.expected(range ? `${format} – ${format}` : format), ...limits].join(", ")}
      chosen={from !== undefined ? [from, from] : value === null ? undefined : typeof value === "string" ? [value, value] : value}
      min={min}
      max={max}
      pick={pick}
      onClose={() => setFrom(undefined)}
    />
  );
}
