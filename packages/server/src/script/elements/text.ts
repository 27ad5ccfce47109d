import type { Width, TextAlignment } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { jsonText } from "./json-text.ts";
import { checkShared } from "./option-checks.ts";
import { ownText } from "./value-text.ts";

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
 * Shows text as it is: no markdown, no HTML, line breaks kept. What is no string is turned into one; objects without a text of their own into JSON.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.text("2 * 3 * 4");
 */
export function text(this: Container, body: unknown, options: TextOptions = {}): ElementHandle {
  checkShared("st.text", options);
  const { help, width, textAlignment, wrap } = options;
  return this.emit("st.text", "text", { body: textOf(body), help, width, textAlignment, wrap, icons: iconsIn(help) });
}

function textOf(body: unknown): string {
  return typeof body === "object" && body !== null ? (ownText(body) ?? jsonText(body)) : String(body);
}
