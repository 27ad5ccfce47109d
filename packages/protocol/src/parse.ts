/** A value from outside that a parser refused: says what was expected and what came instead. */
export class ParseError extends Error {
  override readonly name = "ParseError";
  constructor(
    readonly expected: string,
    readonly got: unknown,
  ) {
    super(`expected ${expected}, got ${show(got)}`);
  }
}

/** Turns an untrusted value into a trusted one of type T, or throws a `ParseError`. */
export type Parser<T> = (raw: unknown) => T;

/** A short, safe rendering of an untrusted value for messages. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : "an object";
}

export const boolean: Parser<boolean> = (raw) => {
  if (typeof raw !== "boolean") throw new ParseError("true or false", raw);
  return raw;
};

export const finite: Parser<number> = (raw) => {
  if (typeof raw !== "number" || !Number.isFinite(raw)) throw new ParseError("a finite number", raw);
  return raw;
};

export const integer: Parser<number> = (raw) => {
  if (!Number.isSafeInteger(raw)) throw new ParseError("a whole number", raw);
  return raw as number;
};

export const string: Parser<string> = (raw) => {
  if (typeof raw !== "string") throw new ParseError("a string", raw);
  return raw;
};

/** Accepts null, else what `inner` accepts. */
export function nullable<T>(inner: Parser<T>): Parser<T | null> {
  return (raw) => (raw === null ? null : inner(raw));
}

/** Accepts an array of at most `max` items, each accepted by `item`. */
export function list<T>(item: Parser<T>, max = 100_000): Parser<T[]> {
  return (raw) => {
    if (!Array.isArray(raw)) throw new ParseError("an array", raw);
    if (raw.length > max) throw new ParseError(`at most ${max} items`, raw);
    return raw.map(item);
  };
}

/** Accepts a plain object; its fields stay untrusted. */
export const record: Parser<Record<string, unknown>> = (raw) => {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) throw new ParseError("an object", raw);
  return raw as Record<string, unknown>;
};
