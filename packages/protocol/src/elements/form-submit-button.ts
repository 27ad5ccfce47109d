import { trigger } from "../element.ts";
import { parsePress, type ButtonProps } from "./button.ts";

/** A button that sends what is staged in its form. */
export const formSubmitButton = trigger<ButtonProps>(parsePress);
