/**
 * Makes the check of a text input: it gives what to say of a text that does not match as a whole, "" if the page left that open,
 * and undefined of one that does. A pattern that is no regular expression in the browser refuses nothing.
 */
export function validator(rule: readonly [pattern: string, message?: string] | undefined): (text: string) => string | undefined {
  if (!rule) return () => undefined;
  const [pattern, message = ""] = rule;
  const expression = compile(pattern);
  return (text) => (expression === undefined || expression.test(text) ? undefined : message);
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return undefined;
  }
}
