import { isNumberFormat, NUMBER_PRESETS } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";

/** Options that many elements share; whoever writes JavaScript may give them anything. */
interface SharedOptions {
  readonly help?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly textAlignment?: unknown;
  readonly labelVisibility?: unknown;
  readonly disabled?: unknown;
  readonly border?: unknown;
  readonly wrap?: unknown;
  readonly onChange?: unknown;
}

const ALIGNMENTS = ["left", "center", "right", "justify"];
const VISIBILITIES = ["visible", "hidden", "collapsed"];

/** Checks the options that many elements share; throws `BadOptionError`. */
export function checkShared(call: string, options: SharedOptions): void {
  if (typeof options !== "object" || options === null) throw badOption(call, "the last argument", "an object of options", options);
  const { help, width, height, textAlignment, labelVisibility, disabled, border, wrap } = options;
  if (help !== undefined && typeof help !== "string") throw badOption(call, "help", "a string", help);
  if (width !== undefined) checkSize(call, "width", width);
  if (height !== undefined) checkSize(call, "height", height);
  if (textAlignment !== undefined) checkChoice(call, "textAlignment", textAlignment, ALIGNMENTS);
  if (labelVisibility !== undefined) checkChoice(call, "labelVisibility", labelVisibility, VISIBILITIES);
  checkFlag(call, "disabled", disabled);
  checkFlag(call, "wrap", wrap);
  if (border !== undefined && typeof border !== "boolean" && border !== "horizontal")
    throw badOption(call, "border", "true or false", border);
}

/** Checks what is labelled: the label, then the shared options. */
export function checkLabelled(call: string, label: unknown, options: SharedOptions): void {
  checkText(call, "label", label);
  checkShared(call, options);
}

/** Checks a widget with a value: the label, the shared options, the callback. */
export function checkWidget(call: string, label: unknown, options: SharedOptions): void {
  checkLabelled(call, label, options);
  const { onChange } = options;
  if (onChange !== undefined && typeof onChange !== "function") throw badOption(call, "onChange", "a function", onChange);
}

/** Checks a widget whose value may wait in the browser; gives its callback and whether it does. */
export function checkDeferrable<Callback>(
  call: string,
  label: unknown,
  options: SharedOptions & { readonly onChange?: Callback | "rerun" | "ignore" | undefined },
): { readonly onChange: Exclude<Callback, string> | undefined; readonly deferred: true | undefined } {
  checkLabelled(call, label, options);
  const { onChange } = options;
  checkOpening(call, onChange);
  return {
    onChange: typeof onChange === "function" ? (onChange as Exclude<Callback, string>) : undefined,
    deferred: onChange === "ignore" || undefined,
  };
}

/** Checks what a block does when it is opened and closed. */
export function checkOpening(call: string, onChange: unknown): void {
  if (onChange === undefined || typeof onChange === "function" || onChange === "rerun" || onChange === "ignore") return;
  throw badOption(call, "onChange", '"rerun", "ignore" or a function', onChange);
}

export function checkText(call: string, option: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw badOption(call, option, "a string", value);
}

export function checkOptionalText(call: string, option: string, value: unknown): void {
  if (value !== undefined) checkText(call, option, value);
}

/** Checks a flag that is there. */
export function checkFlag(call: string, option: string, value: unknown): void {
  if (value !== undefined && typeof value !== "boolean") throw badOption(call, option, "true or false", value);
}

/** Checks that a value that is there is one of `allowed`. */
export function checkChoice(call: string, option: string, value: unknown, allowed: readonly unknown[]): void {
  if (value !== undefined && !allowed.includes(value)) throw badOption(call, option, oneOf(allowed), value);
}

/** Checks a number that is there. */
export function checkFinite(call: string, option: string, value: unknown): void {
  if (value !== undefined && !Number.isFinite(value)) throw badOption(call, option, "a finite number", value);
}

/** Checks a count that is there: 1, 2, 3 and so on. */
export function checkCount(call: string, option: string, value: unknown): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && (value as number) > 0))
    throw badOption(call, option, "a whole number above 0", value);
}

export function checkNumberFormat(call: string, format: unknown): void {
  if (format === undefined || (typeof format === "string" && isNumberFormat(format))) return;
  throw badOption(call, "format", `${oneOf(NUMBER_PRESETS)} or a format with one number such as "%.2f km"`, format);
}

/** A `badOption` for a short list of numbers, which it shows. */
export function badNumbers(call: string, option: string, expected: string, value: readonly unknown[]): RivuletError {
  return new RivuletError("RIVULET_BAD_OPTION", {
    call,
    option,
    expected,
    value: value.length > 10 ? `an array of ${value.length}` : `[${value.join(", ")}]`,
  });
}

function checkSize(call: string, option: string, value: unknown): void {
  if (value === "stretch" || value === "content" || (Number.isFinite(value) && (value as number) > 0)) return;
  throw badOption(call, option, 'pixels above 0, "stretch" or "content"', value);
}

function oneOf(allowed: readonly unknown[]): string {
  const names = allowed.map((value) => JSON.stringify(value));
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
