import { widget, type WidgetProps } from "../element.ts";
import { parseOption } from "../option.ts";

/** One of few, all visible. Values are option ids (`optionIds`). */
export interface RadioProps extends WidgetProps<string | null> {
  readonly options: readonly string[];
  /** A small text under each option, by position. */
  readonly captions?: readonly string[] | undefined;
  readonly horizontal?: boolean | undefined;
}

export const radio = widget<RadioProps>()((raw, { options }) => parseOption(raw, options));
