import { widget, type WidgetProps } from "../element.ts";
import { nullable, ParseError, string } from "../parse.ts";

export type TextInputKind = "default" | "password" | "email" | "url" | "phone" | "search";

export interface TextInputProps extends WidgetProps<string | null> {
  readonly kind: TextInputKind;
  readonly maxChars?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly icon?: string | undefined;
  /** A regular expression's source that a value must match, and what to say if not; checked in the browser. */
  readonly validate?: readonly [pattern: string, message?: string] | undefined;
  /** Milliseconds after the last key until the value is sent; absent: on Enter and blur. */
  readonly live?: number | undefined;
}

export const textInput = widget<TextInputProps>()((raw, { maxChars }) => {
  const value = nullable(string)(raw);
  if (value !== null && maxChars !== undefined && value.length > maxChars) throw new ParseError(`at most ${maxChars} characters`, raw);
  return value;
});
