import { hasSeconds, isIsoTime, type TimeFormat } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkWidget } from "./option-checks.ts";
import { stepSeconds } from "./time-step.ts";
import { userNow } from "./wall-clock.ts";
import type { AnyChange, WidgetOptions } from "./widget-options.ts";

/** Times are ISO texts such as "13:45", with seconds ("13:45:30") if the step is no whole minutes; "now" is the user's. Default width "stretch". */
export interface TimeInputOptions<Value extends string | null = string> extends WidgetOptions<Value> {
  /** The initial time; null: none yet, and the call returns null while there is none. Default "now", to the minute. */
  readonly value?: Value | undefined;
  /** Between the times that are offered: seconds or a text such as "15m", up to 23 hours; others can be typed. Default 15 minutes. */
  readonly step?: number | string | undefined;
  /** How times are shown; "localized" as the browser's language has it. Default "24h". */
  readonly format?: TimeFormat | undefined;
}

const FORMATS: readonly TimeFormat[] = ["12h", "24h", "localized"];

/**
 * Shows a field for a time of day and returns it as an ISO text ("13:45"). "now" is where the user is, and stays the minute of the first run.
 * @throws BadOptionError for what is no time, a step that is no whole seconds up to 23 hours, or an unknown format.
 * @example
 * const alarm = st.timeInput("Wake me at", { value: "06:30", step: "10m" });
 */
export function timeInput(
  this: Container,
  label: string,
  options: TimeInputOptions<string | null> & { readonly value: null } & LastingOptions,
): string | null;
export function timeInput(this: Container, label: string, options?: TimeInputOptions & LastingOptions): string;
export function timeInput(this: Container, label: string, options: TimeInputOptions<string | null> & LastingOptions): string | null;
export function timeInput(
  this: Container,
  label: string,
  options: AnyChange<TimeInputOptions<string | null>> & LastingOptions = {},
): string | null {
  const site = takeCallSite("timeInput", label, options);
  const call = "st.timeInput";
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width, format, value: given = "now" } = options;
  checkChoice(call, "format", format, FORMATS);
  const step = stepSeconds(call, options.step, 1);
  const momentary = given === "now";
  const value = given === null ? null : initial(call, momentary ? userNow(this, call).slice(11) : given, hasSeconds(step));
  const props = {
    label,
    value,
    step,
    format,
    clearable: given === null,
    help,
    disabled,
    labelVisibility,
    width,
    icons: iconsIn(label, help),
  };
  return this.widget("timeInput", props, { call, site, label, key, onChange, field: options, lasting: options, momentary });
}

/** With or without seconds, as the step has it. */
function initial(call: string, value: unknown, seconds: boolean): string {
  if (isIsoTime(value, seconds)) return value;
  if (seconds && isIsoTime(value)) return `${value}:00`;
  if (!seconds && isIsoTime(value, true) && value.endsWith(":00")) return value.slice(0, 5);
  const expected = seconds ? 'a time such as "13:45:30"' : 'a time such as "13:45" (seconds need a step that is no whole minutes)';
  throw badOption(call, "value", `${expected}, "now" or null`, value);
}
