import type { Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { checkShared } from "./option-checks.ts";

export interface DividerOptions {
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/**
 * Shows a horizontal line.
 * @throws BadOptionError for a width that makes no sense.
 * @example
 * st.divider();
 */
export function divider(this: Container, options: DividerOptions = {}): ElementHandle {
  checkShared("st.divider", options);
  return this.emit("st.divider", "divider", { width: options.width });
}
