import type { ErrorInfo } from "@rivulet/protocol";
import type { RivuletError } from "../errors.ts";

/** One of the server's own errors as a browser shows it. It never carries a stack or a path. */
export function errorInfo(error: RivuletError): ErrorInfo {
  return { name: error.name, message: error.message, code: error.code };
}
