import type { FilterMode } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { Choice, initialIds, type ChoiceOptions } from "./choice.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkCount, checkFlag, checkOptionalText, checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** One of what a multiselect returns: an option; a text too if it accepts new ones. */
export type MultiSelected<T, New> = T | (New extends true ? string : never);

/** Default width "stretch". */
export interface MultiselectOptions<T, New extends boolean = boolean> extends WidgetOptions<MultiSelected<T, New>[]>, ChoiceOptions<T> {
  /** The options chosen at first. Default: none. */
  readonly value?: readonly MultiSelected<NoInfer<T>, New>[] | undefined;
  /** Default: no limit. */
  readonly maxSelections?: number | undefined;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  /** True: the user may enter texts that are no options. Default false. */
  readonly acceptNewOptions?: New | undefined;
  /** What typing searches for: letters in order, a part, the beginning, or nothing ("none"). Default "fuzzy". */
  readonly filterMode?: FilterMode | undefined;
  /** Offers to select all: always (true), never (false), or for up to so many options. Default 1000. */
  readonly selectAll?: boolean | number | undefined;
  /** False: the chosen ones stay in one line, which scrolls. */
  readonly wrap?: boolean | undefined;
}

const SELECT_ALL = 1000;

/**
 * Shows a list of options of which any number is chosen, and returns them in the order in which they were: the page's own values or
 * objects, in a new array. Options are matched by label from run to run; those that are gone are dropped from the choice.
 * @throws BadOptionError for a `value` that is not among the options, names one twice, or has more than `maxSelections`.
 * @example
 * const ports = st.multiselect("Ports", ["Oslo", "Riga", "Kiel"], { value: ["Oslo"], maxSelections: 2 });
 */
export function multiselect<const T, const New extends boolean = false>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: MultiselectOptions<T, New> & LastingOptions = {},
): MultiSelected<T, NoInfer<New>>[] {
  const site = takeCallSite("multiselect", label, options, more);
  const call = "st.multiselect";
  checkWidget(call, label, more);
  const { key, help, onChange, disabled, labelVisibility, width, format, maxSelections, placeholder, acceptNewOptions, filterMode, wrap } =
    more;
  const { selectAll = SELECT_ALL } = more;
  checkChoice(call, "filterMode", filterMode, ["fuzzy", "contains", "prefix", "none"]);
  checkOptionalText(call, "placeholder", placeholder);
  checkCount(call, "maxSelections", maxSelections);
  checkFlag(call, "acceptNewOptions", acceptNewOptions);
  checkFlag(call, "wrap", wrap);
  if (typeof selectAll !== "boolean") checkCount(call, "selectAll", selectAll);
  const choice = new Choice(call, options, format);
  const accepts = acceptNewOptions === true;
  const value = initialIds(call, choice, more.value, maxSelections, accepts);
  const props = {
    label,
    value,
    options: choice.labels,
    maxSelections,
    placeholder,
    acceptNewOptions,
    filterMode,
    selectAll,
    wrap,
    help,
    disabled,
    labelVisibility,
    width,
    icons: iconsIn(label, help),
  };
  const decode = (ids: readonly string[]): unknown[] => choice.valuesOf(ids, accepts);
  const encode = (given: unknown): readonly string[] => {
    if (!Array.isArray(given)) throw choice.notIn(key, given);
    return given.map((one) => choice.idIn(key, one, accepts));
  };
  const keep = (ids: readonly string[]): readonly string[] => ids.filter((id) => accepts || choice.has(id)).slice(0, maxSelections);
  return decode(
    this.widget("multiselect", props, { call, site, label, key, onChange, field: more, lasting: more, decode, encode, keep }),
  ) as MultiSelected<T, New>[];
}
