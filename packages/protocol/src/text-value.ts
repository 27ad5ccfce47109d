import { ParseError, string } from "./parse.ts";

/** What the props of a text field say of its value. */
export interface TextLimits {
  /** True if null, nothing entered yet, is a value. */
  readonly nullable?: boolean | undefined;
  readonly maxChars?: number | undefined;
  /** Fewest characters of a text that is not empty. */
  readonly minLength?: number | undefined;
}

/** Accepts a text within the limits, and null where nothing may have been entered yet. */
export function parseText(raw: unknown, { nullable, maxChars, minLength = 0 }: TextLimits): string | null {
  if (raw === null && nullable === true) return null;
  const value = string(raw);
  if (maxChars !== undefined && value.length > maxChars) throw new ParseError(`at most ${maxChars} characters`, raw);
  if (value !== "" && value.length < minLength) throw new ParseError(`at least ${minLength} characters`, raw);
  return value;
}
