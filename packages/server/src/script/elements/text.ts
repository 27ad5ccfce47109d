import type { Width, TextAlignment } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";

export interface TextOptions {
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Default "content". */
  readonly width?: Width | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  /** False: one line, cut with an ellipsis. Default true. */
  readonly wrap?: boolean | undefined;
}

/**
 * Shows text as it is: no markdown, no HTML.
 * @example
 * st.text("2 * 3 * 4");
 */
export function text(this: Container, body: unknown, { help, width, textAlignment, wrap }: TextOptions = {}): ElementHandle {
  return this.emit("st.text", "text", { body: String(body), help, width, textAlignment, wrap });
}
