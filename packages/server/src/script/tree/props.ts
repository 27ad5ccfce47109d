import type { NodeId, PropsDelta } from "@rivulet/protocol";

/** Props as element functions make them: plain data; `undefined` means absent. */
export type Props = Readonly<Record<string, unknown>>;

/** True if both say the same on the wire, by value at every depth. */
export function sameProps(a: Props, b: Props): boolean {
  for (const name in a) {
    const x = a[name];
    const y = b[name];
    if (x !== y && (typeof x !== "object" || !sameValue(x, y)) && (x === x || y === y)) return false;
  }
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
}

/** The tree's own copy: what a page does to its arrays later must not reach it. */
export function ownProps(props: object): Props {
  const copy = { ...props } as Record<string, unknown>;
  for (const name in copy) {
    const value = copy[name];
    if (typeof value === "object" && value !== null) copy[name] = ownValue(value);
  }
  return copy;
}

/** As they go on the wire: without `undefined`. */
export function wireProps(props: Props): Props {
  for (const name in props)
    if (props[name] === undefined) return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
  return props;
}

/** What turns `posted` into `props`; undefined if nothing. A string that grew sends only its suffix. */
export function diffProps(id: NodeId, posted: Props, props: Props): PropsDelta | undefined {
  let set: Record<string, unknown> | undefined;
  let append: Record<string, string> | undefined;
  let unset: string[] | undefined;
  for (const name in props) {
    const value = props[name];
    const before = posted[name];
    if (value === undefined || sameValue(value, before)) continue;
    if (typeof value === "string" && typeof before === "string" && before !== "" && value.startsWith(before)) {
      (append ??= {})[name] = value.slice(before.length);
    } else (set ??= {})[name] = value;
  }
  for (const name in posted) if (posted[name] !== undefined && props[name] === undefined) (unset ??= []).push(name);
  if (set === undefined && append === undefined && unset === undefined) return undefined;
  return { type: "props", id, ...(set && { set }), ...(unset && { unset }), ...(append && { append }) };
}

/** About how many bytes the props are, counted up to `limit`. */
export function weightOf(value: unknown, limit: number): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 4;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let weight = 4;
  for (const name in value) {
    weight += 4 + weightOf((value as Props)[name], limit - weight);
    if (weight > limit) break;
  }
  return weight;
}

/** A number that equal props share; unequal ones mostly do not. Long content counts by samples. */
export function hashProps(type: string, props: Props): number {
  let hash = hashString(type);
  // Shapes differ in order and in absent props, so names are combined without order.
  for (const name in props) {
    const value = props[name];
    if (value !== undefined) hash = (hash + Math.imul(hashString(name), 31 + hashValue(value, 3))) | 0;
  }
  return hash;
}

const SAMPLES = 32;

function hashString(text: string): number {
  let hash = text.length;
  const step = text.length <= SAMPLES ? 1 : text.length / SAMPLES;
  for (let i = 0; i < text.length; i += step) hash = (Math.imul(hash, 31) + text.charCodeAt(i | 0)) | 0;
  return hash;
}

function hashValue(value: unknown, depth: number): number {
  switch (typeof value) {
    case "string":
      return hashString(value);
    case "number":
      return (value * 4096) | 0;
    case "boolean":
      return value ? 1 : 2;
    case "object": {
      if (value === null || depth === 0) return 3;
      if (!Array.isArray(value)) return 4;
      let hash = value.length;
      const step = value.length <= SAMPLES ? 1 : value.length / SAMPLES;
      for (let i = 0; i < value.length; i += step) hash = (Math.imul(hash, 31) + hashValue(value[i | 0], depth - 1)) | 0;
      return hash;
    }
    default:
      return 5;
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  // 0 and -0 are one number on the wire; NaN is itself.
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a !== a && b !== b;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameValue(a[i], b[i])) return false;
    return true;
  }
  if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && kindOf(a) === kindOf(b) && sameBytes(a, b);
  if (a instanceof ArrayBuffer) return b instanceof ArrayBuffer && sameBytes(new Uint8Array(a), new Uint8Array(b));
  if (a instanceof Date) return b instanceof Date && sameValue(a.getTime(), b.getTime());
  if (a instanceof Map || a instanceof Set) return kindOf(a) === kindOf(b) && sameValue([...a], [...(b as typeof a)]);
  if (Array.isArray(b) || ArrayBuffer.isView(b) || b instanceof Date || b instanceof Map || b instanceof Set) return false;
  return sameProps(a as Props, b as Props);
}

function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const x = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
  const y = new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

function ownValue(value: object): unknown {
  if (Array.isArray(value)) {
    const copy = value.slice() as unknown[];
    for (let i = 0; i < copy.length; i++) {
      const item = copy[i];
      if (typeof item === "object" && item !== null) copy[i] = ownValue(item);
    }
    return copy;
  }
  // A Buffer is a window into a shared pool: only what it shows is copied.
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Date || value instanceof Map || value instanceof Set)
    return structuredClone(value);
  return ownProps(value);
}

/** "Uint8Array", "Map" and so on; a Buffer is a Uint8Array. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value);
}
