import type { Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkShared, checkText } from "./option-checks.ts";

export interface LatexOptions {
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

/**
 * Shows a formula in LaTeX, without dollar signs around it. `String.raw` keeps its backslashes.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.latex(String.raw`e^{i\pi} + 1 = 0`);
 */
export function latex(this: Container, body: string, options: LatexOptions = {}): ElementHandle {
  const call = "st.latex";
  checkText(call, "body", body);
  checkShared(call, options);
  const { help, width } = options;
  return this.emit(call, "latex", { body: body.trim(), help, width, icons: iconsIn(help) });
}
