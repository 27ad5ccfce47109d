import { ERRORS, NoSessionContextError, RivuletError, StaleRunContextError, ThreadCancelledError, type ErrorCode } from "../../errors.ts";

/** An error on its way between threads: a structured clone would lose its name, its code and its own fields. */
export interface ErrorData {
  /** False for what was thrown and is no Error: then it is `value`. */
  readonly isError: boolean;
  readonly value?: unknown;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cause?: ErrorData | undefined;
}

const CLASSES: Partial<Record<ErrorCode, { readonly prototype: RivuletError }>> = {
  RIVULET_NO_SESSION_CONTEXT: NoSessionContextError,
  RIVULET_STALE_RUN_CONTEXT: StaleRunContextError,
  RIVULET_THREAD_CANCELLED: ThreadCancelledError,
};

const MAX_CAUSES = 4;

/** Takes an error apart. Its stack is read here, where its places can be mapped to the user's lines. */
export function errorData(thrown: unknown, depth = 0): ErrorData {
  if (!(thrown instanceof Error)) {
    const value = isCloneable(thrown) ? thrown : String(thrown);
    return { isError: false, value, name: "", message: "", stack: "", fields: {} };
  }
  const fields = Object.fromEntries(Object.entries(thrown).filter(([key, value]) => key !== "name" && isCloneable(value)));
  const { name, message, cause } = thrown;
  // The query is what tells the thread's module from what pages import; to the user it is one file.
  const stack = (thrown.stack ?? "").replaceAll("?rivulet-thread", "");
  return {
    isError: true,
    name,
    message,
    stack,
    fields,
    cause: cause !== undefined && depth < MAX_CAUSES ? errorData(cause, depth + 1) : undefined,
  };
}

/** Puts an error together again: of rivulet's own classes, or an Error of the same name, with the stack that it had. */
export function errorFrom(data: ErrorData): unknown {
  if (!data.isError) return data.value;
  const error = new Error(data.message, data.cause && { cause: errorFrom(data.cause) });
  const code = data.fields.code as ErrorCode | undefined;
  if (typeof code === "string" && code in ERRORS) Object.setPrototypeOf(error, (CLASSES[code] ?? RivuletError).prototype);
  Object.defineProperty(error, "name", { value: data.name, configurable: true, writable: true });
  Object.defineProperty(error, "stack", { value: data.stack, configurable: true, writable: true });
  return Object.assign(error, data.fields);
}

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
