import { display, type CommonProps } from "../element.ts";
import type { ErrorInfo } from "../error-info.ts";

/** An error with the user's own source frame. */
export interface ExceptionProps extends CommonProps {
  readonly error: ErrorInfo;
}

export const exception = display<ExceptionProps>();
