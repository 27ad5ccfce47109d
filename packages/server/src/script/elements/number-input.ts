import type { NumberFormat } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkDeferrable, checkNumberFormat, checkOptionalText } from "./option-checks.ts";
import type { AnyChange, DeferrableOptions } from "./widget-options.ts";

/** Default width "stretch". */
export interface NumberInputOptions<Value extends number | null = number> extends DeferrableOptions<Value> {
  /** The initial number; null: empty, and the call returns null while it is. Default: `min`, else 0. */
  readonly value?: Value | undefined;
  /** Default: none but what numbers themselves have (2**53 - 1 on both sides of 0). */
  readonly min?: number | undefined;
  /** Default: as of `min`. */
  readonly max?: number | undefined;
  /** What the buttons add and take. Default 1 for whole numbers, else 0.01. */
  readonly step?: number | undefined;
  /** Whole numbers only. Default: when all numbers given are whole, or none is. */
  readonly integer?: boolean | undefined;
  /** How the number is shown: a preset's name or a printf format such as "%.2f". */
  readonly format?: NumberFormat | undefined;
  /** Shown while it is empty. */
  readonly placeholder?: string | undefined;
  /** One emoji or `:material/name:`, shown before the number. */
  readonly icon?: string | undefined;
}

/**
 * Shows a field for a number and returns it. It takes whole numbers only, unless one of the numbers given has a fraction or `integer` is false.
 * @throws BadOptionError if `min` is above `max`, the value is outside, the step is not above 0, or one of them is no finite number.
 * @example
 * const guests = st.numberInput("Guests", { min: 1, max: 12 });
 * const price = st.numberInput("Price", { value: null, min: 0, step: 0.05 });
 */
export function numberInput(
  this: Container,
  label: string,
  options: NumberInputOptions<number | null> & { readonly value: null } & LastingOptions,
): number | null;
export function numberInput(this: Container, label: string, options?: NumberInputOptions & LastingOptions): number;
export function numberInput(this: Container, label: string, options: NumberInputOptions<number | null> & LastingOptions): number | null;
export function numberInput(
  this: Container,
  label: string,
  options: AnyChange<NumberInputOptions<number | null>> & LastingOptions = {},
): number | null {
  const site = takeCallSite("numberInput", label, options);
  const call = "st.numberInput";
  const { onChange, deferred } = checkDeferrable(call, label, options);
  const { min, max, format, placeholder, icon, key, help, disabled, labelVisibility, width } = options;
  const { value, step, integer } = numbers(call, options);
  checkNumberFormat(call, format);
  checkOptionalText(call, "placeholder", placeholder);
  checkIcon(call, icon);
  const clearable = options.value === null;
  const icons = iconsIn(label, help, icon);
  const props = {
    label,
    value,
    deferred,
    min,
    max,
    step,
    integer,
    clearable,
    format,
    placeholder,
    icon,
    help,
    disabled,
    labelVisibility,
    width,
    icons,
  };
  return this.widget("numberInput", props, { call, site, label, key, onChange, field: options, lasting: options });
}

function numbers(call: string, { value: given, min, max, step: givenStep, integer: asked }: AnyChange<NumberInputOptions<number | null>>) {
  checkExact(call, "min", min);
  checkExact(call, "max", max);
  if (min !== undefined && max !== undefined && min > max) throw badOption(call, "min", `at most max (${max})`, min);
  if (givenStep !== undefined && !(Number.isFinite(givenStep) && givenStep > 0))
    throw badOption(call, "step", "a number above 0", givenStep);
  if (asked !== undefined && typeof asked !== "boolean") throw badOption(call, "integer", "true or false", asked);
  const integer = asked ?? (isWhole(given) && isWhole(min) && isWhole(max) && isWhole(givenStep));
  const value = given === undefined ? Math.min(max ?? Infinity, Math.max(min ?? -Infinity, min ?? 0)) : given;
  if (value !== null && !fits(value, min, max)) throw badOption(call, "value", between(min, max), value);
  checkExact(call, "value", value ?? undefined);
  if (integer) checkWhole(call, { value, min, max, step: givenStep });
  return { value, integer, step: givenStep ?? (integer ? 1 : 0.01) };
}

/** Checks a limit or a value that is there: beyond these bounds a number is no longer the one that was entered. */
function checkExact(call: string, option: string, value: unknown): void {
  if (value === undefined || (Number.isFinite(value) && Math.abs(value as number) <= Number.MAX_SAFE_INTEGER)) return;
  throw badOption(call, option, "a finite number within 2**53 - 1 on both sides of 0", value);
}

function isWhole(value: number | null | undefined): boolean {
  return value === undefined || value === null || Number.isInteger(value);
}

function checkWhole(call: string, given: Readonly<Record<string, number | null | undefined>>): void {
  for (const [option, value] of Object.entries(given))
    if (!isWhole(value)) throw badOption(call, option, "a whole number (integer is true)", value);
}

function fits(value: unknown, min = -Infinity, max = Infinity): boolean {
  return Number.isFinite(value) && (value as number) >= min && (value as number) <= max;
}

function between(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return "a finite number or null";
  if (max === undefined) return `a number from ${min} on, or null`;
  return min === undefined ? `a number up to ${max}, or null` : `a number from ${min} to ${max}, or null`;
}
