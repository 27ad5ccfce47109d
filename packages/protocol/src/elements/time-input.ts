import { widget, type WidgetProps } from "../element.ts";
import { isIsoTime, isoParser } from "../iso-time.ts";

export type TimeFormat = "12h" | "24h" | "localized";

/** Times are ISO texts: "13:45", or "13:45:30" if the step is no whole minutes. */
export interface TimeInputProps extends WidgetProps<string | null> {
  /** Seconds between the times that are offered; others can be typed. */
  readonly step: number;
  readonly format?: TimeFormat | undefined;
  /** True when an empty field is a value (null). */
  readonly clearable: boolean;
}

export const timeInput = widget<TimeInputProps>()((raw, { step, clearable }) => {
  if (raw === null && clearable) return null;
  const seconds = hasSeconds(step);
  return isoParser(seconds ? "a time such as 13:45:30" : "a time such as 13:45", (text) => isIsoTime(text, seconds))(raw);
});

/** True if times with this step, in seconds, have seconds. */
export function hasSeconds(step: number): boolean {
  return step % 60 !== 0;
}
