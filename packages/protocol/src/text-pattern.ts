const FLAGS = ["u", "v", ""];
/** Patterns are few and asked for at each run; a page that makes ever new ones starts over. */
const MOST = 200;
const compiled = new Map<string, RegExp | undefined>();

/**
 * The regular expression that a text must match as a whole; undefined if `source` is none. Server and browser agree on it, so a
 * pattern that needs the older syntax counts on both sides.
 */
export function textPattern(source: string): RegExp | undefined {
  if (compiled.has(source)) return compiled.get(source);
  const pattern = compile(source);
  if (compiled.size >= MOST) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}

function compile(source: string): RegExp | undefined {
  for (const flags of FLAGS) {
    try {
      // By itself first: "a)|(b" is no pattern, though it would be one in parentheses.
      const { source: alone } = new RegExp(source, flags);
      return new RegExp(`^(?:${alone})$`, flags);
    } catch {
      // The next syntax may take it.
    }
  }
  return undefined;
}
