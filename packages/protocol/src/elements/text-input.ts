import { widget, type WidgetProps } from "../element.ts";
import { ParseError } from "../parse.ts";
import { textPattern } from "../text-pattern.ts";
import { parseText, type TextLimits } from "../text-value.ts";

export type TextInputKind = "default" | "password" | "email" | "url" | "phone" | "search";

export interface TextInputProps extends WidgetProps<string | null>, TextLimits {
  readonly kind: TextInputKind;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly icon?: string | undefined;
  /** A regular expression's source that a text must match as a whole, and what to say if not; absent: the kind's own. */
  readonly validate?: readonly [pattern: string, message?: string] | undefined;
  /** Milliseconds after the last key until the value is sent (in a form: as a draft); absent: on Enter and blur. */
  readonly live?: number | undefined;
}

/** What is surely no address or number, not what is surely one: only sending a message proves that. */
const KIND_PATTERNS: Readonly<Partial<Record<TextInputKind, string>>> = {
  email: String.raw`[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+`,
  url: String.raw`[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\/?#]+\S*`,
  phone: String.raw`(?=(?:\D*\d){3})\+?[\d\s().\/\-]+`,
};

/** The source of what a text input's text must match; undefined if anything goes. */
export function textInputPattern({ kind, validate }: Pick<TextInputProps, "kind" | "validate">): string | undefined {
  return validate?.[0] ?? KIND_PATTERNS[kind];
}

export const textInput = widget<TextInputProps>()((raw, props) => {
  const value = parseText(raw, props);
  // Whether something must be entered is not the pattern's business.
  if (value === null || value === "") return value;
  if (/[\r\n]/.test(value)) throw new ParseError("one line of text", raw);
  const pattern = textInputPattern(props);
  if (pattern !== undefined && textPattern(pattern)?.test(value) === false) throw new ParseError(`a text that matches ${pattern}`, raw);
  return value;
});
