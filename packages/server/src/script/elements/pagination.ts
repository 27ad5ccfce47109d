import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** Default width "content". */
export interface PaginationOptions extends WidgetOptions<number> {
  /** The initial page. Default 1. */
  readonly value?: number | undefined;
  /** About how many page buttons are shown beside the arrows, if they fit; 0: arrows alone; null: no limit. Default 7. */
  readonly maxVisiblePages?: number | null | undefined;
  /** What is paged through, as inline markdown above. Default: none is shown, and screen readers hear "Pagination". */
  readonly label?: string | undefined;
}

const MAX_VISIBLE = 7;

/**
 * Shows buttons for pages and returns the current one, from 1 to `pages`. If there are fewer pages than before, the last one takes the place of
 * one that is gone.
 * @throws BadOptionError if `pages` is not a whole number above 0, or `value` none from 1 to `pages`.
 * @example
 * const page = st.pagination(Math.max(1, Math.ceil(rows.length / 20)));
 * st.table(rows.slice((page - 1) * 20, page * 20));
 */
export function pagination(this: Container, pages: number, options: PaginationOptions & LastingOptions = {}): number {
  const site = takeCallSite("pagination", pages, options);
  const call = "st.pagination";
  if (!isWhole(pages, 1)) throw badOption(call, "pages", "a whole number above 0 (1 where there is nothing to show)", pages);
  const { label = "", value = 1, maxVisiblePages = MAX_VISIBLE } = options;
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width } = options;
  if (!isWhole(value, 1) || value > pages) throw badOption(call, "value", `a page from 1 to ${pages}`, value);
  if (maxVisiblePages !== null && !isWhole(maxVisiblePages, 0))
    throw badOption(call, "maxVisiblePages", "a whole number from 0, or null", maxVisiblePages);
  const maxVisible = maxVisiblePages ?? undefined;
  const props = { label, value, pages, maxVisible, help, disabled, labelVisibility, width, icons: iconsIn(label, help) };
  const keep = (page: unknown) => (typeof page === "number" ? Math.min(page, pages) : value);
  return this.widget("pagination", props, { call, site, label, key, onChange, field: options, lasting: options, keep });
}

function isWhole(value: unknown, min: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min;
}
