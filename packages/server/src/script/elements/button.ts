import type { PropsOf, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkLabelled } from "./option-checks.ts";

export interface ButtonOptions {
  /** Names the button, so that it stays the same one whatever else changes. 1 to 200 characters, once a run. */
  readonly key?: string | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Called before the page runs, when the button was pressed; may be async. */
  readonly onClick?: (() => unknown) | undefined;
  /** Default "secondary". */
  readonly type?: "primary" | "secondary" | "tertiary" | undefined;
  /** One emoji, `:material/name:`, or "spinner" for a turning wheel. */
  readonly icon?: string | undefined;
  /** Default "left". */
  readonly iconPosition?: "left" | "right" | undefined;
  /** True: shown, but not to be pressed. Default false. */
  readonly disabled?: boolean | undefined;
  /** Pixels, "stretch" or "content" (default). */
  readonly width?: Width | undefined;
  /** Keys that press it, such as "Ctrl+K", "Shift+Enter" or "F2". */
  readonly shortcut?: string | undefined;
  /** True: the label wraps; false: one line, cut with an ellipsis. */
  readonly wrap?: boolean | undefined;
}

const SHORTCUT =
  /^(?:(?:ctrl|cmd|mod|alt|option|shift|meta|control|command)\+)*(?:\S|f\d{1,2}|enter|escape|esc|space|tab|backspace|delete|home|end|pageup|pagedown|(?:arrow)?(?:up|down|left|right))$/i;

/**
 * Shows a button; true in the one run that its press caused. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * if (st.button("Roll")) st.write(1 + Math.floor(Math.random() * 6));
 */
export function button(this: Container, label: string, options: ButtonOptions = {}): boolean {
  const site = takeCallSite("button", label, options);
  const call = "st.button";
  const props = buttonProps(call, label, options);
  return this.trigger("button", props, { call, site, label, key: options.key, onChange: options.onClick }) === true;
}

/** Checks what a button was given, and makes its props. */
export function buttonProps(call: string, label: string, options: ButtonOptions): PropsOf<"button"> {
  checkLabelled(call, label, options);
  const { onClick, type = "secondary", help, icon, iconPosition, disabled, width, shortcut, wrap } = options;
  checkChoice(call, "type", type, ["primary", "secondary", "tertiary"]);
  checkChoice(call, "iconPosition", iconPosition, ["left", "right"]);
  checkIcon(call, icon, "spinner");
  if (shortcut !== undefined && !SHORTCUT.test(shortcut))
    throw badOption(call, "shortcut", 'keys joined by "+", such as "Ctrl+K"', shortcut);
  if (onClick !== undefined && typeof onClick !== "function") throw badOption(call, "onClick", "a function", onClick);
  const icons = iconsIn(label, help, icon);
  return { label, kind: type, help, icon, iconPosition, disabled, width, shortcut, wrap, icons };
}
