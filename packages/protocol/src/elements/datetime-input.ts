import { widget, type WidgetProps } from "../element.ts";
import { isIsoDatetime, isoParser } from "../iso-time.ts";
import type { DateFormat } from "./date-input.ts";

/** Values and limits are ISO texts to the minute, "2026-11-22T13:45", in no time zone. */
export interface DatetimeInputProps extends WidgetProps<string | null> {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** How the day is shown and typed. */
  readonly format: DateFormat;
  /** Seconds, whole minutes: by how much the time is stepped. Others can be typed. */
  readonly step: number;
  /** True when nothing chosen is a value (null). */
  readonly clearable: boolean;
}

export const datetimeInput = widget<DatetimeInputProps>()((raw, props) =>
  raw === null && props.clearable ? null : isoParser("a date and time such as 2026-11-22T13:45", isIsoDatetime, props)(raw),
);
