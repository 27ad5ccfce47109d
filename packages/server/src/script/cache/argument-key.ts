import { createHash } from "node:crypto";
import { types } from "node:util";
import { show } from "@rivulet/protocol";
import { RivuletError } from "../../errors.ts";
import { isForeignPlain, MAX_DEPTH } from "../state/plain-data.ts";

/** Longer keys are hashed. */
const MAX_LENGTH = 200;

/**
 * Arguments by value, as a string: equal for equal plain data, whatever the order of object keys, map entries and set items. `undefined`
 * at the end counts as not given. `call` and `names` serve the error for what cannot be compared.
 */
export function argumentKey(call: string, args: readonly unknown[], names: (i: number) => string): string {
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  let text = "";
  for (let i = 0; i < count; i++) text += encode(args[i], { call, path: names(i), above: undefined });
  return text.length <= MAX_LENGTH ? text : `#${createHash("sha256").update(text, "utf16le").digest("base64url")}`;
}

/** Where in the arguments a value is: its path, and the objects around it. */
interface At {
  readonly call: string;
  readonly path: string;
  readonly above: { readonly object: object; readonly at: At } | undefined;
}

function encode(value: unknown, at: At): string {
  switch (typeof value) {
    case "string":
      return `s${value.length}:${value}`;
    case "number":
      return Object.is(value, -0) ? "n-0;" : `n${value};`;
    case "boolean":
      return value ? "t" : "f";
    case "undefined":
      return "u";
    case "bigint":
      return `i${value};`;
    case "object":
      return value === null ? "z" : encodeObject(value, at);
    case "function":
      throw refuse(at, `the function ${(value as { name: string }).name || "(anonymous)"}`);
    default:
      throw refuse(at, show(value));
  }
}

function encodeObject(value: object, at: At): string {
  if (types.isProxy(value)) throw refuse(at, "a Proxy (a draft, a reactive object): copy what is in it");
  const depth = depthAbove(value, at);
  if (depth !== undefined) return `^${depth};`;
  const inside = (path: string): At => ({ call: at.call, path, above: { object: value, at } });
  if (Array.isArray(value)) {
    let text = `[${value.length}:`;
    for (let i = 0; i < value.length; i++) text += i in value ? encode(value[i], inside(`${at.path}[${i}]`)) : "h";
    return text;
  }
  if (ArrayBuffer.isView(value)) return `v${viewName(value)}:${digest(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))};`;
  if (types.isAnyArrayBuffer(value)) return `b${digest(new Uint8Array(value))};`;
  if (isOwn(value)) {
    if (types.isDate(value)) return `d${value.getTime()};`;
    if (types.isRegExp(value)) return `r${encode(value.source, at)}${value.flags};`;
    if (types.isMap(value)) {
      const entries = [...value].map(
        ([key, item]) => encode(key, inside(`${at.path} (a key)`)) + encode(item, inside(`${at.path}.get(${show(key)})`)),
      );
      return `m${entries.length}:${entries.sort().join("")}`;
    }
    if (types.isSet(value)) {
      const items = [...value].map((item) => encode(item, inside(`${at.path} (an item)`)));
      return `e${items.length}:${items.sort().join("")}`;
    }
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value).sort();
    let text = `{${keys.length}:`;
    for (const key of keys) text += encode(key, at) + encode((value as Record<string, unknown>)[key], inside(`${at.path}.${key}`));
    return text;
  }
  throw refuse(at, types.isPromise(value) ? "a promise" : `an instance of ${value.constructor?.name ?? "a class"}`);
}

/** How far above itself an object that contains itself is found. */
function depthAbove(value: object, at: At): number | undefined {
  let depth = 0;
  for (let above = at.above; above !== undefined; above = above.at.above, depth++) if (above.object === value) return depth;
  if (depth > MAX_DEPTH) throw refuse({ ...at, path: `${at.path.slice(0, 60)}...` }, `nested more than ${MAX_DEPTH} levels deep`);
  return undefined;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isForeignPlain(value);
}

/** A built-in's instance, of whatever realm, not one of a subclass, which may hold more. */
function isOwn(value: object): boolean {
  const own: object | null = Object.getPrototypeOf(value);
  const above: object | null = own === null ? null : Object.getPrototypeOf(own);
  return above !== null && Object.getPrototypeOf(above) === null;
}

function viewName(view: ArrayBufferView): string {
  return Object.prototype.toString.call(view).slice(8, -1);
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

function refuse({ call, path }: At, value: string): RivuletError {
  return new RivuletError("RIVULET_CACHE_ARGUMENT", { call, path, value });
}
