import { badOption } from "../../errors.ts";
import { checkCount, checkOptionalText } from "./option-checks.ts";

/** What the fields for text have in common. */
export interface TextFieldOptions<Value extends string | null> {
  /** The initial text; null: nothing entered yet, and the call returns null until something is. Default "". */
  readonly value?: Value | undefined;
  /** The most characters that can be entered, as `length` counts them. Default: no limit. */
  readonly maxChars?: number | undefined;
  /** Shown while it is empty. */
  readonly placeholder?: string | undefined;
}

/** Checks them. */
export function checkTextField(call: string, { value = "", maxChars, placeholder }: TextFieldOptions<string | null>): void {
  checkCount(call, "maxChars", maxChars);
  checkOptionalText(call, "placeholder", placeholder);
  if (value === null) return;
  if (typeof value !== "string") throw badOption(call, "value", "a string or null", value);
  if (maxChars !== undefined && value.length > maxChars) throw badOption(call, "value", `at most ${maxChars} characters (maxChars)`, value);
}
