import type { SelectSliderValue } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { Choice, type ChoiceOptions } from "./choice.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkDeferrable } from "./option-checks.ts";
import type { AnyChange, DeferrableOptions } from "./widget-options.ts";

/** Default width "stretch". */
export interface SelectSliderOptions<T> extends DeferrableOptions<T>, ChoiceOptions<T> {
  /** The option chosen at first. Default: the first. */
  readonly value?: NoInfer<T> | undefined;
}

/** Options of a select slider with two handles. Default width "stretch". */
export interface RangeSelectSliderOptions<T> extends DeferrableOptions<[T, T]>, ChoiceOptions<T> {
  /** The options chosen at first, in the order of the options. */
  readonly value: readonly [NoInfer<T>, NoInfer<T>];
}

/**
 * Shows a slider over options and returns the chosen one; with two options as `value` it has two handles and returns both, in the order of
 * the options: the page's own values or objects. Options are matched by label from run to run; one that is gone gives way to the initial
 * value.
 * @throws BadOptionError for an empty list, a `value` that is none of the options or not in their order, and objects without `format`.
 * @example
 * const size = st.selectSlider("Size", ["S", "M", "L", "XL"], { value: "M" });
 * const [from, to] = st.selectSlider("Months", months, { value: ["March", "June"] });
 */
export function selectSlider<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: RangeSelectSliderOptions<T> & LastingOptions,
): [T, T];
export function selectSlider<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more?: SelectSliderOptions<T> & LastingOptions,
): T;
export function selectSlider<T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: AnyChange<SelectSliderOptions<T> | RangeSelectSliderOptions<T>> & LastingOptions = {},
): T | [T, T] {
  const site = takeCallSite("selectSlider", label, options, more);
  const call = "st.selectSlider";
  const { onChange, deferred } = checkDeferrable(call, label, more);
  const { key, help, disabled, labelVisibility, width, format } = more;
  const choice = new Choice(call, options, format);
  if (choice.options.length === 0) throw badOption(call, "options", "at least one option", []);
  const value = initial(call, choice, more.value);
  const props = { label, value, deferred, options: choice.labels, help, disabled, labelVisibility, width, icons: iconsIn(label, help) };
  const decode = (ids: SelectSliderValue): unknown => (typeof ids === "string" ? choice.valueOf(ids, false) : choice.valuesOf(ids, false));
  const encode = (given: unknown): unknown => {
    if (typeof value === "string") return choice.idIn(key, given);
    return Array.isArray(given) ? given.map((one) => choice.idIn(key, one)) : choice.idIn(key, given);
  };
  return decode(this.widget("selectSlider", props, { call, site, label, key, onChange, field: more, lasting: more, decode, encode })) as
    | T
    | [T, T];
}

/** Options may be lists themselves: what is one of them is not a range. */
function initial<T>(call: string, choice: Choice<T>, value: unknown): SelectSliderValue {
  const one = choice.idOf(value === undefined ? choice.options[0] : value);
  if (one !== undefined) return one;
  const expected = "one of the options, or two of them in their order";
  if (!Array.isArray(value) || value.length !== 2) throw badOption(call, "value", expected, value);
  const [low, high] = value.map((end, i) => {
    const id = choice.idOf(end);
    if (id === undefined) throw badOption(call, `value[${i}]`, "one of the options", end);
    return id;
  }) as [string, string];
  if (choice.indexOf(low) > choice.indexOf(high)) throw badOption(call, "value", expected, value);
  return [low, high];
}
