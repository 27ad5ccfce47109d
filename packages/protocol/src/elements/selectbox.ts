import { widget, type WidgetProps } from "../element.ts";
import { hasOption, parseOption } from "../option.ts";
import { ParseError, string } from "../parse.ts";

export type FilterMode = "fuzzy" | "contains" | "prefix" | "none";

/** One of many, as a dropdown with search. Values are option ids (`optionIds`). */
export interface SelectboxProps extends WidgetProps<string | null> {
  readonly options: readonly string[];
  readonly placeholder?: string | undefined;
  readonly clearable: boolean;
  readonly acceptNewOptions?: boolean | undefined;
  readonly filterMode?: FilterMode | undefined;
}

export const selectbox = widget<SelectboxProps>()((raw, props) => {
  if (raw === null && props.clearable) return null;
  return props.acceptNewOptions ? parseNewOption(raw, props.options) : parseOption(raw, props.options);
});

/** A known option's id or a new, non-empty text of at most 1000 characters. */
export function parseNewOption(raw: unknown, options: readonly string[]): string {
  const value = string(raw);
  if (hasOption(options, value)) return value;
  if (value.trim() === "" || value.length > 1000 || value.includes("\u0000"))
    throw new ParseError("an option or a new one of 1 to 1000 characters", raw);
  return value;
}
