import { display, type CommonProps } from "../element.ts";

export type BadgeColor = "red" | "orange" | "yellow" | "blue" | "green" | "violet" | "gray" | "primary";

/** A small coloured label. */
export interface BadgeProps extends CommonProps {
  readonly label: string;
  readonly icon?: string | undefined;
  readonly color: BadgeColor;
  readonly help?: string | undefined;
}

export const badge = display<BadgeProps>();
