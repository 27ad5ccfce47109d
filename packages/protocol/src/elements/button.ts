import { trigger, type CommonProps } from "../element.ts";
import { ParseError } from "../parse.ts";

/** What every button shows. */
export interface ButtonProps extends CommonProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly kind: "primary" | "secondary" | "tertiary";
  readonly icon?: string | undefined;
  readonly iconPosition?: "left" | "right" | undefined;
  readonly disabled?: boolean | undefined;
  /** Keys such as "Ctrl+K" that press the button. */
  readonly shortcut?: string | undefined;
  readonly wrap?: boolean | undefined;
}

export const button = trigger<ButtonProps>(parsePress);

/** Accepts the press of a button: there is only true. */
export function parsePress(raw: unknown): true {
  if (raw !== true) throw new ParseError("true", raw);
  return true;
}
