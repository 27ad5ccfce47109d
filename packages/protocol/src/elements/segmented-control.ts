import { widget } from "../element.ts";
import { parseOptionButtons, type OptionButtonsProps } from "./option-buttons.ts";

export const segmentedControl = widget<OptionButtonsProps>()(parseOptionButtons);
