import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { show, type ErrorInfo, type SourceFrame, type SourceLine } from "@rivulet/protocol";
import { RivuletError } from "../../errors.ts";
import { displayPath } from "../../thread/display-path.ts";
import { userFrames, type StackFrame } from "./user-stack.ts";

const LINES_AROUND = 3;
const MAX_CAUSES = 4;
const MAX_FRAMES = 30;
const MAX_MESSAGE = 10_000;

/** Ids of errors already described, so that the log and the browser name the same one. */
const ids = new WeakMap<object, string>();

/**
 * Describes whatever was thrown, for the page and the log: never throws itself. In production (SEC6) there is no source, no stack,
 * and no message but rivulet's own; an `id` names the full error in the log.
 */
export function toErrorInfo(thrown: unknown, { production }: { readonly production: boolean }): ErrorInfo {
  try {
    return production ? hidden(thrown) : full(thrown);
  } catch {
    return { name: "Error", message: "The page threw something that cannot be described." };
  }
}

function full(thrown: unknown): ErrorInfo {
  if (!isObject(thrown) || !isErrorLike(thrown)) {
    return {
      name: "ThrownValue",
      message: `The page threw ${describe(thrown)}, which is not an Error.`,
      hint: "Throw an Error: then its line is known.",
    };
  }
  const place = read(thrown, "loc");
  const code = codeOf(thrown);
  const message = cut(messageOf(thrown));
  if (isPlace(place)) {
    const offset = code === undefined ? 1 : 0;
    return {
      name: compileErrorName(thrown, code),
      message,
      code,
      frame: frameAt(place.file ?? textOf(thrown, "id"), place.line, place.column + offset),
    };
  }
  const frames = framesOf(thrown);
  const [top] = frames;
  return {
    name: nameOf(thrown),
    message: message + causes(thrown),
    code,
    frame: top && frameAt(top.file, top.line, top.column),
    stack: frames.length === 0 ? undefined : frames.slice(0, MAX_FRAMES).map(renderFrame),
  };
}

/**
 * What the host answered a dynamic import with has the host's stack; beside it lies the one of the import. Errors that Node or a
 * package made of others (`Promise.any`) have no place of the user's, those in them may.
 */
function framesOf(error: object): readonly StackFrame[] {
  const errors = read(error, "errors");
  for (const at of [
    error,
    read(error, "runnerError"),
    ...(Array.isArray(errors) ? errors.slice(0, MAX_CAUSES) : []),
    read(error, "cause"),
  ]) {
    const frames = isObject(at) ? userFrames(stackOf(at)) : [];
    if (frames.length > 0) return frames;
  }
  return [];
}

/** The stack below the message, in which another error's stack, or what looks like one, may stand. */
function stackOf(error: object): string {
  const stack = textOf(error, "stack");
  const message = textOf(error, "message");
  const at = stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

function hidden(thrown: unknown): ErrorInfo {
  const id = isObject(thrown) ? (ids.get(thrown) ?? newId()) : newId();
  if (isObject(thrown)) ids.set(thrown, id);
  const mentionsPlace = (text: string): boolean => /:\d+/.test(text) || /[\\/]\w+[\\/]/.test(text);
  if (thrown instanceof RivuletError && !mentionsPlace(thrown.message))
    return { name: thrown.name, message: thrown.message, code: thrown.code, id };
  return { name: "Error", message: "This page failed. Whoever runs it finds the error in the log.", id };
}

function newId(): string {
  return randomBytes(5).toString("hex");
}

/** Messages of bundlers have a colourful picture of the place in them; the page draws its own. */
function messageOf(error: object): string {
  const text = textOf(error, "message");
  if (!isPlace(read(error, "loc")) || codeOf(error) !== undefined) return text;
  // oxlint-disable-next-line no-control-regex -- these are the colours' escape sequences
  const plain = text.replaceAll(/\u001b\[[0-9;]*m/g, "");
  const line = plain.split("\n").find((candidate) => candidate.trim() !== "" && !/^(Transform|Build) failed with/.test(candidate));
  return (line ?? plain).replace(/^\[[A-Z_]+\]\s*/, "").trim();
}

function compileErrorName(error: object, code: string | undefined): string {
  if (code !== undefined) return nameOf(error);
  return /resolve import|Cannot find module/.test(textOf(error, "message")) ? "ImportError" : "SyntaxError";
}

function causes(error: object): string {
  const lines: string[] = [];
  const seen = new Set<unknown>([error]);
  const errors = read(error, "errors");
  if (Array.isArray(errors)) {
    for (const inner of errors.slice(0, MAX_CAUSES)) lines.push(`- ${brief(inner)}`);
    if (errors.length > MAX_CAUSES) lines.push(`- and ${errors.length - MAX_CAUSES} more`);
  }
  for (
    let cause = read(error, "cause");
    cause !== undefined && !seen.has(cause) && seen.size <= MAX_CAUSES;
    cause = isObject(cause) ? read(cause, "cause") : undefined
  ) {
    seen.add(cause);
    lines.push(`Caused by ${brief(cause)}`);
  }
  return lines.map((line) => `\n${cut(line)}`).join("");
}

function brief(thrown: unknown): string {
  return isObject(thrown) && isErrorLike(thrown) ? `${nameOf(thrown)}: ${textOf(thrown, "message")}` : describe(thrown);
}

function frameAt(file: string, line: number, column: number): SourceFrame {
  return { file: displayPath(file), line, column, excerpt: excerptOf(file, line) };
}

function excerptOf(file: string, line: number): readonly SourceLine[] | undefined {
  try {
    const lines = readFileSync(file, "utf8").split(/\r?\n/);
    const first = Math.max(1, line - LINES_AROUND);
    return lines.slice(first - 1, line + LINES_AROUND).map((text, i) => ({ line: first + i, text: text.slice(0, 400) }));
  } catch {
    return undefined;
  }
}

function renderFrame({ name, file, line, column }: StackFrame): string {
  const place = `${displayPath(file)}:${line}:${column}`;
  return name === undefined ? place : `${name} (${place})`;
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (isObject(value))
    return typeof value === "function" ? "a function" : Array.isArray(value) ? `an array of ${value.length}` : "an object";
  return `the ${typeof value} ${show(value)}`;
}

function cut(text: string): string {
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}...` : text;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Errors of other realms, and of the host, are no instances of this realm's Error. */
function isErrorLike(value: object): boolean {
  return value instanceof Error || (typeof read(value, "message") === "string" && typeof read(value, "stack") === "string");
}

/** Reads a property whose getter may throw. */
function read(object: object, key: string): unknown {
  try {
    return (object as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function textOf(object: object, key: string): string {
  const value = read(object, key);
  return typeof value === "string" ? value : "";
}

function nameOf(error: object): string {
  return textOf(error, "name") || "Error";
}

function codeOf(error: object): string | undefined {
  const code = textOf(error, "code");
  return code.startsWith("RIVULET_") ? code : undefined;
}

function isPlace(value: unknown): value is { readonly file?: string; readonly line: number; readonly column: number } {
  return isObject(value) && typeof read(value, "line") === "number" && typeof read(value, "column") === "number";
}
