import { textPattern } from "@rivulet/protocol";

/**
 * Makes the check of a text input: it gives what to say of a text that does not match as a whole, "" if the page left that open,
 * and undefined of one that does, or of none. A pattern that is no regular expression in this browser refuses nothing.
 */
export function validator(pattern: string | undefined, message = ""): (text: string) => string | undefined {
  const expression = pattern === undefined ? undefined : textPattern(pattern);
  return (text) => (text === "" || expression === undefined || expression.test(text) ? undefined : message);
}
