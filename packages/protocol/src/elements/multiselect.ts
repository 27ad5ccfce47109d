import { widget, type WidgetProps } from "../element.ts";
import { parseOption, parseOptions } from "../option.ts";
import { ParseError } from "../parse.ts";
import { parseNewOption, type FilterMode } from "./selectbox.ts";

/** Any number of options as chips. Values are option ids (`optionIds`), in the order chosen, none twice. */
export interface MultiselectProps extends WidgetProps<readonly string[]> {
  readonly options: readonly string[];
  readonly maxSelections?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly acceptNewOptions?: boolean | undefined;
  readonly filterMode?: FilterMode | undefined;
  /** Offer "select all" for up to this many options; false: never. */
  readonly selectAll?: boolean | number | undefined;
  readonly wrap?: boolean | undefined;
}

export const multiselect = widget<MultiselectProps>()((raw, props) => {
  const ids = parseOptions(raw, props.options, props.acceptNewOptions ? parseNewOption : parseOption);
  if (props.maxSelections !== undefined && ids.length > props.maxSelections)
    throw new ParseError(`at most ${props.maxSelections} options`, raw);
  return ids;
});
