import type { Height, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { dedented } from "./dedented.ts";
import { checkFlag, checkShared, checkText } from "./option-checks.ts";

export interface CodeOptions {
  /** A language's name, such as "python" or "sql"; null: plain text. Default "typescript". */
  readonly language?: string | null | undefined;
  /** Default false. */
  readonly lineNumbers?: boolean | undefined;
  /** True: long lines wrap instead of scrolling. Default false. */
  readonly wrapLines?: boolean | undefined;
  /** Pixels (what is longer scrolls), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

/**
 * Shows a block of code with colours and a copy button. The indentation that all lines share is taken away.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.code("select * from ships", { language: "sql" });
 */
export function code(this: Container, body: string, options: CodeOptions = {}): ElementHandle {
  const call = "st.code";
  checkText(call, "body", body);
  checkShared(call, options);
  const { language = "typescript", lineNumbers, wrapLines, height, width } = options;
  checkFlag(call, "lineNumbers", lineNumbers);
  checkFlag(call, "wrapLines", wrapLines);
  if (language !== null && (typeof language !== "string" || language === ""))
    throw badOption(call, "language", "a language's name or null", language);
  return this.emit(call, "code", { body: dedented(body), language: language ?? undefined, lineNumbers, wrapLines, height, width });
}
