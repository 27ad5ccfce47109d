import { widget, type WidgetProps } from "../element.ts";
import { integer, ParseError } from "../parse.ts";

/** One of many pages, counted from 1. The label may be empty: then nothing is shown above. */
export interface PaginationProps extends WidgetProps<number> {
  readonly pages: number;
  /** About how many page buttons are shown; 0: arrows alone; absent: as many as fit. */
  readonly maxVisible?: number | undefined;
}

export const pagination = widget<PaginationProps>()((raw, { pages }) => {
  const page = integer(raw);
  if (page < 1 || page > pages) throw new ParseError(`a page from 1 to ${pages}`, raw);
  return page;
});
