import type { NumberFormat, SliderValue } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { badNumbers, checkDeferrable, checkFinite, checkNumberFormat } from "./option-checks.ts";
import { isTimeSlider, timeSliderProps, type TimeRangeSliderOptions, type TimeSliderOptions } from "./time-slider.ts";
import type { AnyChange, DeferrableOptions } from "./widget-options.ts";

/** What sliders with one and with two handles have. Default width "stretch". */
interface SliderLimits {
  /** Default 0. */
  readonly min?: number | undefined;
  /** Default 100; 1 where a fraction among the other options asks for it. */
  readonly max?: number | undefined;
  /** Default 1; 0.01 where a fraction among the other options asks for it. */
  readonly step?: number | undefined;
  /** How values are shown: a preset's name or a printf format such as "%.1f km". */
  readonly format?: NumberFormat | undefined;
}

export interface SliderOptions extends DeferrableOptions<number>, SliderLimits {
  /** The initial value. Default: `min`. */
  readonly value?: number | undefined;
}

/** Options of a slider with two handles. */
export interface RangeSliderOptions extends DeferrableOptions<[number, number]>, SliderLimits {
  /** The initial values, ascending. */
  readonly value: readonly [number, number];
}

/**
 * Shows a slider and returns its number; with two numbers as `value` it has two handles and returns both, ascending.
 * Without limits it goes from 0 to 100, or from 0 to 1 in hundredths if `value` or `step` is a fraction. Where all numbers given are whole,
 * so is what it returns.
 *
 * With ISO texts instead of numbers it is a slider over days ("2026-11-22"), times of day ("13:45") or both ("2026-11-22T13:45"), and
 * returns such texts; without limits it goes 14 days to both sides of `value`, or through the day.
 * @throws BadOptionError if `min` is not below `max`, the value is outside, the step is not above 0, or one of them is neither a finite
 * number nor an ISO text of the others' kind.
 * @example
 * const age = st.slider("Age", { min: 0, max: 120, value: 30 });
 * const [from, to] = st.slider("Price", { max: 500, value: [50, 200], format: "dollar" });
 * const [open, close] = st.slider("Open", { value: ["09:00", "17:00"], step: { minutes: 30 } });
 */
export function slider(this: Container, label: string, options: RangeSliderOptions & LastingOptions): [number, number];
export function slider(this: Container, label: string, options: TimeRangeSliderOptions & LastingOptions): [string, string];
export function slider(this: Container, label: string, options: TimeSliderOptions & SomeMoment & LastingOptions): string;
export function slider(this: Container, label: string, options?: SliderOptions & LastingOptions): number;
export function slider(
  this: Container,
  label: string,
  options: AnyChange<SliderOptions | RangeSliderOptions | TimeSliderOptions | TimeRangeSliderOptions> & LastingOptions = {},
): number | string | [number, number] | [string, string] {
  const site = takeCallSite("slider", label, options);
  const call = "st.slider";
  const { onChange, deferred } = checkDeferrable(call, label, options);
  const { key, help, disabled, labelVisibility, width } = options;
  const shared = { label, help, disabled, deferred, labelVisibility, width, icons: iconsIn(label, help) };
  const widget = { call, site, label, key, onChange, field: options, lasting: options };
  if (isTimeSlider(options)) {
    const props = { ...shared, ...timeSliderProps(call, options as TimeSliderOptions) };
    return this.widget("timeSlider", props, widget) as string | [string, string];
  }
  const numbers = options as SliderOptions | RangeSliderOptions;
  checkNumberFormat(call, numbers.format);
  const { min, max, step } = limits(call, numbers);
  const value = initial(call, numbers.value, min, max);
  return this.widget("slider", { ...shared, value, min, max, step, format: numbers.format }, widget) as number | [number, number];
}

/** What tells a slider over moments from one over numbers. */
type SomeMoment = { readonly value: string } | { readonly min: string } | { readonly max: string };

function limits(call: string, { min: givenMin, max: givenMax, step: givenStep, value }: SliderOptions | RangeSliderOptions) {
  checkFinite(call, "min", givenMin);
  checkFinite(call, "max", givenMax);
  if (givenStep !== undefined && !(Number.isFinite(givenStep) && givenStep > 0))
    throw badOption(call, "step", "a number above 0", givenStep);
  const fractional = [
    givenMin,
    givenMax,
    givenStep,
    ...(Array.isArray(value) ? (value as readonly number[]) : [value as number | undefined]),
  ].some((number) => number !== undefined && !Number.isInteger(number));
  const min = givenMin ?? 0;
  const max = givenMax ?? (fractional ? 1 : 100);
  if (min >= max) throw badOption(call, "min", `below max (${max})`, min);
  if (givenStep !== undefined && givenStep > max - min) throw badOption(call, "step", `at most max - min (${max - min})`, givenStep);
  return { min, max, step: givenStep ?? (fractional ? fine(max - min) : 1) };
}

/** About a hundred steps. */
function fine(range: number): number {
  return range <= 2 ? 0.01 : 10 ** (Math.floor(Math.log10(range)) - 2);
}

function initial(call: string, value: unknown, min: number, max: number): SliderValue {
  if (value === undefined) return min;
  const expected = `a number from ${min} to ${max}`;
  const inside = (number: unknown) => Number.isFinite(number) && (number as number) >= min && (number as number) <= max;
  if (!Array.isArray(value)) {
    if (!inside(value)) throw badOption(call, "value", `${expected}, or two of them`, value);
    return value as number;
  }
  const [low, high] = value as readonly unknown[];
  if (value.length !== 2 || !inside(low) || !inside(high) || (low as number) > (high as number)) {
    throw badNumbers(call, "value", `two ascending numbers from ${min} to ${max}`, value);
  }
  return [low as number, high as number];
}
