import { show } from "@rivulet/protocol";
import { RivuletError } from "../../errors.ts";
import { Container } from "../container.ts";
import type { NodeRef } from "./call-messages.ts";

/** Stands for a container on its way between threads. No object of a user's has this key. */
const MARK = "\0rivulet:container";

/** A container as a reference: what is needed to make the other side's stand-in. */
export interface ContainerRef {
  readonly ref: NodeRef;
  /** The block's type; of an element's handle, undefined. */
  readonly block: string | undefined;
  /** The container's own plain fields, such as `open` of a tab. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Crossing {
  /** The thread's name, for messages. */
  readonly thread: string;
  readonly transfer: readonly unknown[];
  /** Gives a container its reference; throws for one that may not cross. */
  refer(container: Container, path: string): ContainerRef;
}

/** Checks that a value can cross, and puts references in the place of containers. Throws `ThreadValueError` with the path of the culprit. */
export function pack(value: unknown, path: string, crossing: Crossing): { readonly value: unknown; readonly refs: boolean } {
  const seen = new Set<object>();
  let refs = false;
  const visit = (item: unknown, at: string): void => {
    if (typeof item === "function") throw refuse(at, `the function ${nameOf(item)}`, FUNCTION_ADVICE, crossing);
    if (typeof item === "symbol") throw refuse(at, show(item), DATA_ADVICE, crossing);
    if (typeof item !== "object" || item === null || seen.has(item) || crossing.transfer.includes(item)) return;
    seen.add(item);
    if (item instanceof Container) refs = true;
    else if (Array.isArray(item)) for (const [i, inner] of item.entries()) visit(inner, `${at}[${i}]`);
    else if (item instanceof Map) {
      for (const [key, inner] of item) {
        visit(key, `${at} (a key)`);
        visit(inner, `${at}.get(${show(key)})`);
      }
    } else if (item instanceof Set) for (const inner of item) visit(inner, `${at} (an item)`);
    else if (isPlain(item)) for (const [key, inner] of Object.entries(item)) visit(inner, `${at}.${key}`);
    else if (!survives(item)) throw refuse(at, `an instance of ${item.constructor?.name || "a class"}`, DATA_ADVICE, crossing);
  };
  visit(value, path);
  return { value: refs ? withRefs(value, path, crossing) : value, refs };
}

/** Puts containers in the place of references. Changes the value, which is the receiver's own copy. */
export function unpack(value: unknown, revive: (ref: ContainerRef) => Container): unknown {
  const done = new Map<object, unknown>();
  const visit = (item: unknown): unknown => {
    if (typeof item !== "object" || item === null) return item;
    const known = done.get(item);
    if (known !== undefined) return known;
    if (MARK in item) {
      const container = revive(item[MARK] as ContainerRef);
      done.set(item, container);
      return container;
    }
    done.set(item, item);
    if (Array.isArray(item)) for (const [i, inner] of item.entries()) item[i] = visit(inner);
    else if (item instanceof Map) for (const [key, inner] of item) item.set(key, visit(inner));
    else if (item instanceof Set) {
      const items = [...item].map(visit);
      item.clear();
      for (const inner of items) item.add(inner);
    } else if (isPlain(item)) for (const [key, inner] of Object.entries(item)) (item as Record<string, unknown>)[key] = visit(inner);
    return item;
  };
  return visit(value);
}

const DATA_ADVICE = "Pass plain data, buffers or containers.";
const FUNCTION_ADVICE = "Write what it does in the thread's module, or import it there.";

/** A copy in which containers are references; what holds none of them is cloned on its way anyhow. */
function withRefs(value: unknown, path: string, crossing: Crossing): unknown {
  const copies = new Map<object, unknown>();
  const copy = (item: unknown, at: string): unknown => {
    if (typeof item !== "object" || item === null || crossing.transfer.includes(item)) return item;
    const known = copies.get(item);
    if (known !== undefined) return known;
    const keep = <T>(made: T): T => {
      copies.set(item, made);
      return made;
    };
    if (item instanceof Container) return keep({ [MARK]: crossing.refer(item, at) });
    if (Array.isArray(item)) {
      const list: unknown[] = keep([]);
      for (const [i, inner] of item.entries()) list[i] = copy(inner, `${at}[${i}]`);
      return list;
    }
    if (item instanceof Map) {
      const map: Map<unknown, unknown> = keep(new Map());
      for (const [key, inner] of item) map.set(key, copy(inner, `${at}.get(${show(key)})`));
      return map;
    }
    if (item instanceof Set) {
      const set: Set<unknown> = keep(new Set());
      for (const inner of item) set.add(copy(inner, `${at} (an item)`));
      return set;
    }
    if (!isPlain(item)) return item;
    const object: Record<string, unknown> = keep({});
    for (const [key, inner] of Object.entries(item)) object[key] = copy(inner, `${at}.${key}`);
    return object;
  };
  return copy(value, path);
}

/** Plain objects of another realm (a test runner's) have a prototype of their own. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    prototype === Object.prototype ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "__lookupGetter__"))
  );
}

/** Whether a clone is what the original is: dates, buffers and errors are, an instance of a class written in JavaScript becomes a plain object. */
function survives(value: object): boolean {
  if (ArrayBuffer.isView(value) || value instanceof Error || value instanceof SharedArrayBuffer) return true;
  try {
    return !isPlain(structuredClone(value));
  } catch {
    return false;
  }
}

function nameOf(value: { readonly name?: string }): string {
  return value.name || "(anonymous)";
}

function refuse(path: string, value: string, advice: string, { thread }: Crossing): RivuletError {
  return new RivuletError("RIVULET_THREAD_VALUE", { path, value, advice, thread });
}
