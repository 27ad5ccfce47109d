import { widget, type WidgetProps } from "../element.ts";
import { isIsoMoment, type MomentKind } from "../iso-moment.ts";
import { isoParser } from "../iso-time.ts";
import { list, ParseError } from "../parse.ts";

/** One moment, or two for a range (always ascending). */
export type TimeSliderValue = string | readonly [string, string];

/** A line of days, times of day or both. Moments are ISO texts of one kind and precision. */
export interface TimeSliderProps extends WidgetProps<TimeSliderValue> {
  readonly kind: MomentKind;
  readonly min: string;
  readonly max: string;
  /** Milliseconds. */
  readonly step: number;
  /** True: to the second. */
  readonly seconds?: boolean | undefined;
  /** "localized" or a pattern (`isMomentFormat`); absent: as in ISO texts. */
  readonly format?: string | undefined;
}

export const timeSlider = widget<TimeSliderProps>()((raw, props) => {
  const { kind, seconds, value } = props;
  const moment = isoParser(`an ISO ${kind}`, (text): text is string => isIsoMoment(text, kind, seconds === true), props);
  if (!Array.isArray(value)) return moment(raw);
  const [low, high, ...more] = list(moment, 2)(raw);
  if (low === undefined || high === undefined || more.length > 0 || low > high) throw new ParseError(`two ascending ${kind}s`, raw);
  return [low, high];
});
