import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkOptionalText, checkShared } from "./option-checks.ts";

export interface ProgressOptions {
  /** Markdown above the bar. */
  readonly text?: string | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/** Sums of fractions miss their end by this much. */
const ROUNDING = 1e-9;

/**
 * Shows how much is done, from 0 to 1. What it returns moves the bar in place.
 * @throws BadOptionError for a value outside 0 to 1.
 * @example
 * const bar = st.progress(0);
 * for (const [i, file] of files.entries()) {
 *   await read(file);
 *   bar.progress((i + 1) / files.length, { text: file });
 * }
 */
export function progress(this: Container, value: number, options: ProgressOptions = {}): ElementHandle {
  const call = "st.progress";
  if (typeof value !== "number" || !(value >= -ROUNDING && value <= 1 + ROUNDING))
    throw badOption(call, "value", "a number from 0 to 1 (divide a percentage by 100)", value);
  checkShared(call, options);
  const { text, width } = options;
  checkOptionalText(call, "text", text);
  return this.emit(call, "progress", { value: Math.min(1, Math.max(0, value)), text, width, icons: iconsIn(text) });
}
