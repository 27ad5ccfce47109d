import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkLabelled } from "./option-checks.ts";

/** What every button can be told of its look and its keys. */
export interface ButtonLook {
  /** Names the button, so that it stays the same one whatever else changes. 1 to 200 characters, once a run. */
  readonly key?: string | undefined;
  /** Markdown shown while the pointer or the keyboard is on it. */
  readonly help?: string | undefined;
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
  /** True: the label wraps; false: one line, cut with an ellipsis. Default: false in a row of a horizontal container, else true. */
  readonly wrap?: boolean | undefined;
}

const SHORTCUT =
  /^(?:(?:ctrl|cmd|mod|alt|option|shift|meta|control|command)\+)*(?:[^\s+]|f\d{1,2}|plus|enter|return|escape|esc|space|tab|backspace|delete|del|home|end|pageup|pagedown|(?:arrow)?(?:up|down|left|right))$/i;

/** Checks what buttons share, and gives the props that show it. */
export function buttonProps(call: string, label: string, options: ButtonLook) {
  checkLabelled(call, label, options);
  const { type = "secondary", help, icon, iconPosition, disabled, width, shortcut, wrap } = options;
  checkChoice(call, "type", type, ["primary", "secondary", "tertiary"]);
  checkChoice(call, "iconPosition", iconPosition, ["left", "right"]);
  checkIcon(call, icon, "spinner");
  if (shortcut !== undefined && !(typeof shortcut === "string" && SHORTCUT.test(shortcut)))
    throw badOption(call, "shortcut", 'keys joined by "+", such as "Ctrl+K"', shortcut);
  return { label, kind: type, help, icon, iconPosition, disabled, width, shortcut, wrap, icons: iconsIn(label, help, icon) };
}

/** Checks a callback that is there. */
export function checkOnClick(call: string, onClick: unknown): void {
  if (onClick !== undefined && typeof onClick !== "function") throw badOption(call, "onClick", "a function", onClick);
}
