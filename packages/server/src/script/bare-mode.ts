import { realpathSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { NoSessionContextError } from "../errors.ts";
import { displayPath } from "../thread/display-path.ts";
import { userFrames } from "./loader/user-stack.ts";

/**
 * What a call outside of any run throws. If the calling module is the program itself, it is a page that was started without
 * rivulet (TH8): the error says how to run it, and is one line if nobody catches it.
 */
export function outsideRun(call: string): NoSessionContextError {
  const error = new NoSessionContextError(call);
  const program = isMainThread ? pathOf(process.argv[1]) : undefined;
  const [caller] = userFrames(error.stack ?? "");
  if (program === undefined || caller?.file !== program) return error;
  const advice = `This is a page: run it with \`npx rivulet dev ${displayPath(program)}\`.`;
  const explained = new NoSessionContextError(call, "outside a page run", advice);
  if (explanations.size === 0) process.once("uncaughtException", endProgram);
  explanations.add(explained.message);
  return explained;
}

/** Explanations that were given: who catches one may go on, and meet others. */
const explanations = new Set<string>();

function endProgram(thrown: unknown): void {
  const isOurs = thrown instanceof NoSessionContextError && explanations.has(thrown.message);
  process.stderr.write(`${isOurs ? thrown.message : String(thrown instanceof Error ? thrown.stack : thrown)}\n`);
  process.exit(1);
}

function pathOf(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : realpathSync(file);
  } catch {
    return undefined;
  }
}
