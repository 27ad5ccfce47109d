import type { ClientFacts } from "@rivulet/protocol";
import { FACTS_READ, type Interrupt } from "./interrupt.ts";
import type { StoredTexts } from "./messages.ts";

// What a session's runs have read of what only a browser knows, in the session's shared memory: a run may compute when its browser
// comes and says what is so (FP3). One bit each.
const BITS = { url: 1, locale: 2, timezone: 4, timezoneOffset: 8, theme: 16, local: 32, session: 64 } as const satisfies Record<
  keyof ClientFacts | "local" | "session",
  number
>;

const NAMES = ["url", "locale", "timezone", "timezoneOffset", "theme"] as const satisfies readonly (keyof ClientFacts)[];

/** A fact, or a place where a browser keeps what is bound. */
export type FactName = keyof typeof BITS;

/** Worker: a run has read it. */
export function noteFactRead(shared: Interrupt, name: FactName): void {
  Atomics.or(shared, FACTS_READ, BITS[name]);
}

/** Whether a run has read one of them. */
export function areFactsRead(shared: Interrupt, names: readonly FactName[]): boolean {
  const read = Atomics.load(shared, FACTS_READ);
  return names.some((name) => (read & BITS[name]) !== 0);
}

/** The facts that are not the same in both. */
export function differingFacts(one: ClientFacts, other: ClientFacts): readonly (keyof ClientFacts)[] {
  return NAMES.filter((name) => one[name] !== other[name]);
}

/** The kinds of storage, cookies apart, of which the texts are not the same in both. */
export function differingStored(one: StoredTexts, other: StoredTexts): readonly ("local" | "session")[] {
  return (["local", "session"] as const).filter((kind) => {
    const of = (texts: StoredTexts) => new Map(texts.filter(([name]) => name.startsWith(`${kind}:`)));
    const [a, b] = [of(one), of(other)];
    return a.size !== b.size || [...a].some(([name, text]) => b.get(name) !== text);
  });
}
