import type { NumberFormat, SliderValue } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { badNumbers, checkFinite, checkWidget, checkNumberFormat } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

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

export interface SliderOptions extends WidgetOptions<number>, SliderLimits {
  /** The initial value. Default: `min`. */
  readonly value?: number | undefined;
}

/** Options of a slider with two handles. */
export interface RangeSliderOptions extends WidgetOptions<[number, number]>, SliderLimits {
  /** The initial values, ascending. */
  readonly value: readonly [number, number];
}

/**
 * Shows a slider and returns its number; with two numbers as `value` it has two handles and returns both, ascending.
 * Without limits it goes from 0 to 100, or from 0 to 1 in hundredths if `value` or `step` is a fraction. Where all numbers given are whole,
 * so is what it returns.
 * @throws BadOptionError if `min` is not below `max`, the value is outside, the step is not above 0, or one of them is no finite number.
 * @example
 * const age = st.slider("Age", { min: 0, max: 120, value: 30 });
 * const [from, to] = st.slider("Price", { max: 500, value: [50, 200], format: "dollar" });
 */
export function slider(this: Container, label: string, options: RangeSliderOptions & LastingOptions): [number, number];
export function slider(this: Container, label: string, options?: SliderOptions & LastingOptions): number;
export function slider(
  this: Container,
  label: string,
  options: (SliderOptions | RangeSliderOptions) & LastingOptions = {},
): number | [number, number] {
  const site = takeCallSite("slider", label, options);
  const call = "st.slider";
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width, format } = options;
  checkNumberFormat(call, format);
  const { min, max, step } = limits(call, options);
  const value = initial(call, options.value, min, max);
  const props = { label, value, min, max, step, format, help, disabled, labelVisibility, width, icons: iconsIn(label, help) };
  return this.widget("slider", props, { call, site, label, key, onChange, field: options, lasting: options }) as number | [number, number];
}

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
