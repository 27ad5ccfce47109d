import type { BadgeColor, Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkLabelled } from "./option-checks.ts";

export interface BadgeOptions {
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  /** Default "blue". */
  readonly color?: BadgeColor | undefined;
  /** Default "content". */
  readonly width?: Width | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
}

const COLORS: readonly BadgeColor[] = ["red", "orange", "yellow", "blue", "green", "violet", "gray", "primary"];

/**
 * Shows a small coloured label.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.badge("New", { color: "green", icon: ":material/check:" });
 */
export function badge(this: Container, label: string, options: BadgeOptions = {}): ElementHandle {
  const call = "st.badge";
  checkLabelled(call, label, options);
  const { icon, color = "blue", width, help } = options;
  checkIcon(call, icon);
  checkChoice(call, "color", color, COLORS);
  return this.emit(call, "badge", { label, icon, color, width, help, icons: iconsIn(label, icon, help) });
}
