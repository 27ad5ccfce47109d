import { badOption } from "../../errors.ts";
import { checkCount, checkOptionalText } from "./option-checks.ts";

/** What the fields for text have in common. */
export interface TextFieldOptions<Value extends string | null> {
  /** The initial text; null: nothing entered yet, and the call returns null until something is. Default "". */
  readonly value?: Value | undefined;
  /** The most characters that can be entered, as `length` counts them. Default: no limit. */
  readonly maxChars?: number | undefined;
  /** The fewest characters of a text that is entered; an empty one is always taken, unless it is `required`. Default: no limit. */
  readonly minLength?: number | undefined;
  /** Shown while it is empty. */
  readonly placeholder?: string | undefined;
}

/** Checks them. */
export function checkTextField(call: string, { value = "", maxChars, minLength, placeholder }: TextFieldOptions<string | null>): void {
  checkCount(call, "maxChars", maxChars);
  checkCount(call, "minLength", minLength);
  if (minLength !== undefined && maxChars !== undefined && minLength > maxChars)
    throw badOption(call, "minLength", `at most maxChars (${maxChars})`, minLength);
  checkOptionalText(call, "placeholder", placeholder);
  if (value === null) return;
  if (typeof value !== "string") throw badOption(call, "value", "a string or null", value);
  if (maxChars !== undefined && value.length > maxChars) throw badOption(call, "value", `at most ${maxChars} characters (maxChars)`, value);
  if (value !== "" && minLength !== undefined && value.length < minLength)
    throw badOption(call, "value", `empty, or at least ${minLength} characters (minLength)`, value);
}
