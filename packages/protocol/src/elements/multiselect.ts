import { widget, type WidgetProps } from "../element.ts";
import { optionIds, parseOption } from "../option.ts";
import { list, ParseError } from "../parse.ts";
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

const MANY = 16;

export const multiselect = widget<MultiselectProps>()((raw, props) => {
  const { options } = props;
  const one = props.acceptNewOptions ? parseNewOption : parseOption;
  const given = list((item) => item)(raw);
  // Searching all options for each of many ids would take their product.
  const known = given.length < MANY ? undefined : new Set(optionIds(options));
  const ids = given.map((item) => (typeof item === "string" && known?.has(item) ? item : one(item, options)));
  if (new Set(ids).size !== ids.length) throw new ParseError("no option twice", raw);
  if (props.maxSelections !== undefined && ids.length > props.maxSelections)
    throw new ParseError(`at most ${props.maxSelections} options`, raw);
  return ids;
});
