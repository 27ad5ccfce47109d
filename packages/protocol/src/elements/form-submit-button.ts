import { trigger } from "../element.ts";
import { ParseError } from "../parse.ts";
import type { ButtonProps } from "./button.ts";

/** A button that sends what is staged in its form. */
export const formSubmitButton = trigger<ButtonProps>((raw) => {
  if (raw !== true) throw new ParseError("true", raw);
  return true;
});
