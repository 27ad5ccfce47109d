import { textPattern } from "@rivulet/protocol";
import { elementText } from "../element-text.ts";

/**
 * Makes the check of a text input: it gives what to say of a text that is too short or does not match as a whole, "" if the page left that open,
 * and undefined of one that does, or of none. A pattern that is no regular expression in this browser refuses nothing.
 */
export function validator(
  { pattern, minLength = 0 }: { readonly pattern?: string | undefined; readonly minLength?: number | undefined },
  message = "",
): (text: string) => string | undefined {
  const expression = pattern === undefined ? undefined : textPattern(pattern);
  return (text) => {
    if (text !== "" && text.length < minLength) return elementText.atLeast(minLength);
    return text === "" || expression === undefined || expression.test(text) ? undefined : message;
  };
}
