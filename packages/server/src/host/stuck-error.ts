import type { ErrorInfo } from "@rivulet/protocol";
import type { RivuletError } from "../errors.ts";
import { errorInfo } from "./error-info.ts";
import type { StuckAt } from "./grace-period.ts";

/** The error of a run that had to be stopped hard, with its place, for the log. */
export function stuckText(error: RivuletError, { frame, stack, after }: StuckAt): string {
  if (frame === undefined) return `${error.message}${afterText(after)}`;
  return `${error.message} It was at ${frame.file}:${frame.line}.${(stack ?? []).map((call) => `\n    at ${call}`).join("")}`;
}

/** The same for the browser: in dev with the user's lines, in production without any place (SEC6). */
export function stuckInfo(error: RivuletError, { frame, stack, after }: StuckAt, dev: boolean): ErrorInfo {
  const info = errorInfo(error);
  if (!dev) return info;
  if (frame !== undefined) return { ...info, frame, stack };
  if (after?.file === undefined || after.line === undefined) return info;
  return { ...info, message: `${info.message}${afterText(after)}`, frame: { file: after.file, line: after.line } };
}

function afterText(after: StuckAt["after"]): string {
  return after?.file === undefined ? "" : ` Its exact place is not known: it was after the call in ${after.file}:${after.line}.`;
}
