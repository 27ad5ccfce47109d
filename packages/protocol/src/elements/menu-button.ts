import { trigger } from "../element.ts";
import { parseOption } from "../option.ts";
import type { ButtonProps } from "./button.ts";

/** A button with a menu of actions. What it fires is an option's id (`optionIds`). */
export interface MenuButtonProps extends ButtonProps {
  readonly options: readonly string[];
}

export const menuButton = trigger<MenuButtonProps, string>((raw, { options }) => parseOption(raw, options));
