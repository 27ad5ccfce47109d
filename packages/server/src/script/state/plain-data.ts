import { types } from "node:util";
import { show } from "@rivulet/protocol";
import { RivuletError } from "../../errors.ts";

/** Levels of nesting; what is deeper would overflow the stack of whoever copies it. */
export const MAX_DEPTH = 500;

const keepable = new Set<unknown>([Object.prototype, null, Date.prototype, RegExp.prototype, ArrayBuffer.prototype]);

/** Makes the error for a culprit: where it is and what it is. */
type Refusal = (path: string, value: string) => RivuletError;

/**
 * Throws if `value` holds anything that a structured clone would lose or refuse: functions, symbols, class instances, promises.
 * `path` is how the user reaches it: `cart.items[3].price`. The error is `refuse`'s, by default `StateValueError`.
 */
export function checkPlain(value: unknown, path: string, refuse: Refusal = refuseState): void {
  if (isScalar(value)) return;
  visit(value, path, new Set(), 0, refuse);
}

function isScalar(value: unknown): boolean {
  return value === null || (typeof value !== "object" && typeof value !== "function" && typeof value !== "symbol");
}

function visit(value: unknown, path: string, seen: Set<unknown>, depth: number, refuse: Refusal): void {
  if (isScalar(value)) return;
  if (typeof value !== "object") throw refuse(path, typeof value === "function" ? `the function ${nameOf(value)}` : show(value));
  if (seen.has(value)) return;
  if (depth > MAX_DEPTH) throw refuse(`${path.slice(0, 60)}...`, `nested more than ${MAX_DEPTH} levels deep`);
  if (types.isProxy(value)) throw refuse(path, "a Proxy (a draft, a reactive object): copy what is in it");
  seen.add(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) visit(value[i], `${path}[${i}]`, seen, depth + 1, refuse);
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      visit(key, `${path} (a key)`, seen, depth + 1, refuse);
      visit(item, `${path}.get(${show(key)})`, seen, depth + 1, refuse);
    }
  } else if (value instanceof Set) {
    for (const item of value) visit(item, `${path} (an item)`, seen, depth + 1, refuse);
  } else if (keepable.has(Object.getPrototypeOf(value))) {
    for (const [key, item] of Object.entries(value as object)) visit(item, `${path}.${key}`, seen, depth + 1, refuse);
  } else if (!ArrayBuffer.isView(value) && !isForeignPlain(value as object)) {
    throw refuse(path, `an instance of ${(value as object).constructor?.name ?? "a class"}`);
  }
}

/** Plain objects and built-ins of another realm (a test runner's) have prototypes of their own. */
export function isForeignPlain(value: object): boolean {
  const tag = Object.prototype.toString.call(value);
  if (tag !== "[object Object]") return ["[object Date]", "[object RegExp]", "[object ArrayBuffer]"].includes(tag);
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "__lookupGetter__");
}

function nameOf(value: unknown): string {
  return (value as { name?: string }).name || "(anonymous)";
}

function refuseState(path: string, value: string): RivuletError {
  return new RivuletError("RIVULET_STATE_VALUE", { path, value });
}
