import { useId } from "react";
import type { ElementProps } from "../element-props.ts";
import { elementText } from "../element-text.ts";
import { DateField } from "./DateField.tsx";
import styles from "./DateField.module.css";
import { readDate, showDate } from "./date-text.ts";
import { readTime } from "./time-text.ts";

/** A day and a time of it, in one field; the calendar has the time below it. */
export function DatetimeInput({ props, value, ...widget }: ElementProps<"datetimeInput">) {
  const { min, max, format, step } = props;
  const id = useId();
  const within = (datetime: string) => (min !== undefined && datetime < min ? min : max !== undefined && datetime > max ? max : datetime);
  const show = (datetime: string) => `${showDate(datetime.slice(0, 10), format)}, ${datetime.slice(11)}`;
  const read = (text: string): string | undefined => {
    const found = /^(.*\d)[\sT,]+(\d[^\s,]*(?:\s?[ap]\.?m\.?)?)$/i.exec(text.trim());
    const day = readDate(found?.[1] ?? "", format);
    const time = readTime(found?.[2] ?? "", false);
    if (day === undefined || time === undefined) return undefined;
    const datetime = `${day}T${time}`;
    return within(datetime) === datetime ? datetime : undefined;
  };
  const time = value === null ? "12:00" : value.slice(11);
  const day = value?.slice(0, 10);
  const limits = [min && elementText.date.from(show(min)), max && elementText.date.to(show(max))].filter(Boolean);
  return (
    <DateField<string>
      {...widget}
      props={props}
      value={value}
      show={show}
      read={read}
      placeholder={`${format}, HH:MM`}
      expected={[elementText.date.expected(`${format}, HH:MM`), ...limits].join(", ")}
      chosen={day === undefined ? undefined : [day, day]}
      min={min?.slice(0, 10)}
      max={max?.slice(0, 10)}
      pick={(picked) => {
        widget.setValue(within(`${picked}T${time}`));
        return false;
      }}
    >
      <div className={styles.time}>
        <label htmlFor={id}>{elementText.date.time}</label>
        <input
          id={id}
          type="time"
          step={step}
          value={value === null ? "" : time}
          disabled={day === undefined}
          onChange={(event) => {
            const to = event.currentTarget.value.slice(0, 5);
            if (to !== "" && day !== undefined) widget.setDraft(within(`${day}T${to}`));
          }}
          onBlur={widget.commitDraft}
          onKeyDown={(event) => {
            if (event.key === "Enter") widget.commitDraft();
          }}
        />
      </div>
    </DateField>
  );
}
