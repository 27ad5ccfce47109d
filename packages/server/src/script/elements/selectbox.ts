import type { FilterMode } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { Choice, initialId, type ChoiceOptions } from "./choice.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkDeferrable, checkFlag, checkOptionalText } from "./option-checks.ts";
import type { DeferrableOptions } from "./widget-options.ts";

/** What a selectbox returns: an option; null if it may start empty; a text if it accepts new ones. */
export type Selected<T, Value, New> = T | (null extends Value ? null : never) | (New extends true ? string : never);

/** Default width "stretch". */
export interface SelectboxOptions<
  T,
  Value extends T | string | null | undefined = T | string | null | undefined,
  New extends boolean = boolean,
>
  extends DeferrableOptions<Selected<T, Value, New>>, ChoiceOptions<T> {
  /** The option chosen at first; null: none, and it can be emptied again. Default: the first option. */
  readonly value?: Value | undefined;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  /** True: the user may enter a text that is no option. Default false. */
  readonly acceptNewOptions?: New | undefined;
  /** What typing searches for: letters in order, a part, the beginning, or nothing ("none"). Default "fuzzy". */
  readonly filterMode?: FilterMode | undefined;
}

/**
 * Shows a dropdown with search and returns the chosen option: the page's own value or object. Options are matched by label from run to
 * run; one that is gone gives way to the initial value.
 * @throws BadOptionError for an empty list (unless `value` is null or new options are accepted), a `value` that is none of the options,
 * and objects without `format`.
 * @example
 * const city = st.selectbox("City", cities, { format: (city) => city.name });
 * const color = st.selectbox("Color", ["red", "green"], { value: null });
 */
export function selectbox<
  const T,
  const Value extends NoInfer<T> | (New extends true ? string : never) | null | undefined = undefined,
  const New extends boolean = false,
>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: SelectboxOptions<T, Value, New> & LastingOptions = {},
): Selected<T, NoInfer<Value>, NoInfer<New>> {
  const site = takeCallSite("selectbox", label, options, more);
  const call = "st.selectbox";
  const { onChange, deferred } = checkDeferrable(call, label, more);
  const { key, help, disabled, labelVisibility, width, format, placeholder, acceptNewOptions, filterMode } = more;
  checkChoice(call, "filterMode", filterMode, ["fuzzy", "contains", "prefix", "none"]);
  checkOptionalText(call, "placeholder", placeholder);
  checkFlag(call, "acceptNewOptions", acceptNewOptions);
  const choice = new Choice(call, options, format);
  const accepts = acceptNewOptions === true;
  const value = initialId(call, choice, more.value, accepts);
  const clearable = more.value === null;
  const icons = iconsIn(label, help);
  const props = {
    label,
    value,
    deferred,
    options: choice.labels,
    placeholder,
    clearable,
    acceptNewOptions,
    filterMode,
    help,
    disabled,
    labelVisibility,
    width,
    icons,
  };
  const decode = (id: string | null): unknown => (id === null ? null : choice.valueOf(id, accepts));
  const encode = (given: unknown): string | null => (given === null ? null : choice.idIn(key, given, accepts));
  return decode(
    this.widget("selectbox", props, { call, site, label, key, onChange, field: more, lasting: more, decode, encode }),
  ) as Selected<T, Value, New>;
}
