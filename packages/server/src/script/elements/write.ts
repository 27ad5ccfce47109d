import { RivuletError } from "../../errors.ts";
import { Container, ElementHandle } from "../container.ts";
import { looksLikeTable } from "./table-data.ts";
import { dateText, inlineCode, isPlainObject, ownText } from "./value-text.ts";

type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table" | "json" | "exception" | "code"; readonly value: unknown };

/**
 * Shows whatever it is given, each value as what it is: strings as markdown (with numbers, booleans and dates in one text), rows and
 * columns as a table, other arrays and objects as JSON, errors as errors, functions as their code, null and undefined as code.
 * @throws BadOptionError for promises and streams: await them first.
 * @example
 * st.write("The answer is", 42, { at: new Date() });
 */
export function write(this: Container, ...values: readonly unknown[]): void {
  const call = "st.write";
  const { block } = this.at(call);
  const parts = partsOf(call, values);
  // A place for one element: several are one container there.
  const into = parts.length > 1 && (block.type === "empty" || this instanceof ElementHandle) ? this.container() : this;
  for (const part of parts) show(into, part);
}

function show(into: Container, part: Part): void {
  switch (part.kind) {
    case "text":
      into.markdown(part.text);
      return;
    case "table":
      into.table(part.value as never);
      return;
    case "json":
      into.json(part.value);
      return;
    case "exception":
      into.exception(part.value);
      return;
    case "code":
      into.code(String(part.value), { language: "javascript" });
  }
}

/** Neighbouring texts become one. */
function partsOf(call: string, values: readonly unknown[]): Part[] {
  const parts: Part[] = [];
  for (const [i, value] of values.entries()) {
    const part = partOf(call, i, value);
    const last = parts.at(-1);
    if (part.kind === "text" && last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: `${last.text} ${part.text}` };
    else parts.push(part);
  }
  return parts;
}

function partOf(call: string, index: number, value: unknown): Part {
  switch (typeof value) {
    case "string":
      return { kind: "text", text: value };
    case "number":
    case "boolean":
    case "bigint":
      return { kind: "text", text: String(value) };
    case "function":
      return { kind: "code", value };
    case "object":
      return value === null ? { kind: "text", text: "`null`" } : partOfObject(call, index, value);
    default:
      return { kind: "text", text: inlineCode(String(value)) };
  }
}

function partOfObject(call: string, index: number, value: object): Part {
  if (value instanceof Date) return { kind: "text", text: dateText(value) };
  if (value instanceof RegExp) return { kind: "text", text: inlineCode(String(value)) };
  if (value instanceof URL) return { kind: "text", text: value.href };
  if (isError(value)) return { kind: "exception", value };
  const problem = unwritable(value);
  if (problem !== undefined) throw new RivuletError("RIVULET_BAD_OPTION", { call, option: `argument ${index + 1}`, ...problem });
  if (looksLikeTable(value)) return { kind: "table", value };
  const text = isInstance(value) ? ownText(value) : undefined;
  return text === undefined ? { kind: "json", value } : { kind: "text", text: inlineCode(text) };
}

/** Errors of other realms are no instances of this realm's Error. */
function isError(value: object): boolean {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

/** What stands for a value that is not there yet, or is none. */
function unwritable(value: object): { readonly expected: string; readonly value: string } | undefined {
  if (typeof (value as { then?: unknown }).then === "function")
    return { expected: "a value that is there: await the promise first", value: "a promise" };
  const isIterator = typeof (value as { next?: unknown }).next === "function";
  if (Symbol.asyncIterator in value || (isIterator && Symbol.iterator in value) || value instanceof ReadableStream) {
    return {
      expected: "a value that is there as a whole: collect it into an array first (what streams is for st.writeStream)",
      value: "a stream or generator",
    };
  }
  if (value instanceof Container) return { expected: "a value: call the container's own methods to write into it", value: "a container" };
  return undefined;
}

/** Of a class of the user's that does not know its own JSON. */
function isInstance(value: object): boolean {
  if (Array.isArray(value) || isPlainObject(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set)
    return false;
  return typeof (value as { readonly toJSON?: unknown }).toJSON !== "function";
}
