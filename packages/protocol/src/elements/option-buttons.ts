import type { WidgetProps } from "../element.ts";
import { parseOption, parseOptions } from "../option.ts";

/** An option's id or none; in a group that takes many, the ids in the order in which they were pressed. */
export type OptionButtonsValue = string | null | readonly string[];

/** Options as buttons that stay pressed, one or any number. Values are option ids (`optionIds`). */
export interface OptionButtonsProps extends WidgetProps<OptionButtonsValue> {
  readonly options: readonly string[];
  /** True: what is pressed is only released by pressing another. */
  readonly required?: boolean | undefined;
  /** False: the buttons stay in one line, which scrolls. */
  readonly wrap?: boolean | undefined;
}

/** Takes one id, or a list of ids without repetitions where `value` is one. */
export function parseOptionButtons(raw: unknown, { options, value, required }: OptionButtonsProps): OptionButtonsValue {
  if (Array.isArray(value)) return parseOptions(raw, options);
  return raw === null && !required ? null : parseOption(raw, options);
}
