import type { Width } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";

export interface ButtonOptions {
  readonly key?: string | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Called before the page runs, when the button was pressed. */
  readonly onClick?: (() => unknown) | undefined;
  /** Default "secondary". */
  readonly type?: "primary" | "secondary" | "tertiary" | undefined;
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  readonly iconPosition?: "left" | "right" | undefined;
  readonly disabled?: boolean | undefined;
  /** Default "content". */
  readonly width?: Width | undefined;
  /** Keys that press it, such as "Ctrl+K". */
  readonly shortcut?: string | undefined;
  readonly wrap?: boolean | undefined;
}

/**
 * Shows a button; true in the one run that its press caused.
 * @example
 * if (st.button("Roll")) st.write(1 + Math.floor(Math.random() * 6));
 */
export function button(this: Container, label: string, options: ButtonOptions = {}): boolean {
  const site = takeCallSite("button", label, options);
  const { key, onClick, type = "secondary", help, icon, iconPosition, disabled, width, shortcut, wrap } = options;
  const props = { label, kind: type, help, icon, iconPosition, disabled, width, shortcut, wrap };
  return this.trigger("button", props, { call: "st.button", site, label, key, onChange: onClick }) === true;
}
