import { type BackMsg, parseBackMsg, ParseError } from "@rivulet/protocol";

/** What a text from a socket turned out to be. `n` is the number that a refused message carried, if any. */
export type ReadResult =
  | { readonly ok: true; readonly msg: BackMsg }
  | { readonly ok: false; readonly n: number; readonly problem: string };

/** Reads one message of a browser. Nothing in it is trusted. */
export function readBackMsg(text: string, maxDepth: number): ReadResult {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, n: 0, problem: "it is no JSON" };
  }
  try {
    const msg = parseBackMsg(raw);
    const values = msg.type === "update" ? msg.values : msg.type === "hello" ? (msg.seeds ?? []) : [];
    for (const [widget, value] of values) checkDepth(widget, value, maxDepth);
    return { ok: true, msg };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { ok: false, n: numberOf(raw), problem: error.message };
  }
}

function checkDepth(widget: string, value: unknown, max: number): void {
  if (deeperThan(value, max)) throw new ParseError(`values nested at most ${max} deep`, widget);
}

function deeperThan(value: unknown, left: number): boolean {
  if (value === null || typeof value !== "object") return false;
  if (left === 0) return true;
  return Object.values(value).some((inner) => deeperThan(inner, left - 1));
}

function numberOf(raw: unknown): number {
  const n = raw !== null && typeof raw === "object" && "n" in raw ? raw.n : undefined;
  return Number.isSafeInteger(n) && Number(n) > 0 ? Number(n) : 0;
}
