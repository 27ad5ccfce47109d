import type { ErrorInfo, Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { toErrorInfo } from "../loader/user-error.ts";
import { checkShared } from "./option-checks.ts";

export interface ExceptionOptions {
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/**
 * Shows an error with its place in your source. In production only its name and message: the rest is not for visitors.
 * @example
 * try {
 *   await load();
 * } catch (error) {
 *   st.exception(error);
 * }
 */
export function exception(this: Container, error: unknown, options: ExceptionOptions = {}): ElementHandle {
  const call = "st.exception";
  checkShared(call, options);
  const { ctx } = this.at(call);
  const full = toErrorInfo(error, { production: false });
  return this.emit(call, "exception", { error: ctx.session.production ? withoutPlace(full) : full, width: options.width });
}

/** SEC6: what a page shows on purpose keeps its message, but paths and stacks never leave the server. */
function withoutPlace({ name, message, code, hint }: ErrorInfo): ErrorInfo {
  return { name, message, code, hint };
}
