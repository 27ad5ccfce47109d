import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { Choice, initialId, type ChoiceOptions } from "./choice.ts";
import { iconsInAll } from "./icon/icons-in.ts";
import { checkFlag, checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** What a radio group returns: an option; null too if it may start without one. */
export type RadioSelected<T, Value> = T | (null extends Value ? null : never);

/** Default width "content". */
export interface RadioOptions<T, Value extends T | null | undefined = T | null | undefined>
  extends WidgetOptions<RadioSelected<T, Value>>, ChoiceOptions<T> {
  /** The option chosen at first; null: none, and the call returns null until one is. Default: the first option. */
  readonly value?: Value | undefined;
  /** Small texts under the options, by position: inline markdown. */
  readonly captions?: readonly string[] | undefined;
  /** True: the options stand beside one another. Default false. */
  readonly horizontal?: boolean | undefined;
}

/**
 * Shows a few options of which one is chosen, and returns it: the page's own value or object. Options are inline markdown; they are
 * matched by label from run to run; one that is gone gives way to the initial value.
 * @throws BadOptionError for an empty list (unless `value` is null), a `value` that is none of the options, and objects without `format`.
 * @example
 * const size = st.radio("Size", ["S", "M", "L"], { value: "M", horizontal: true });
 */
export function radio<const T, const Value extends NoInfer<T> | null | undefined = undefined>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: RadioOptions<T, Value> & LastingOptions = {},
): RadioSelected<T, NoInfer<Value>> {
  const site = takeCallSite("radio", label, options, more);
  const call = "st.radio";
  checkWidget(call, label, more);
  const { key, help, onChange, disabled, labelVisibility, width, format, captions, horizontal } = more;
  checkFlag(call, "horizontal", horizontal);
  const choice = new Choice(call, options, format);
  if (
    captions !== undefined &&
    (!Array.isArray(captions) || captions.length > choice.labels.length || !captions.every((caption) => typeof caption === "string"))
  ) {
    throw badOption(call, "captions", `at most ${choice.labels.length} strings, one an option`, captions);
  }
  const value = initialId(call, choice, more.value, false);
  const icons = iconsInAll([label, help, ...choice.labels, ...(captions ?? [])]);
  const props = { label, value, options: choice.labels, captions, horizontal, help, disabled, labelVisibility, width, icons };
  const decode = (id: string | null): unknown => (id === null ? null : choice.valueOf(id, false));
  const encode = (given: unknown): string => choice.idIn(key, given);
  return decode(
    this.widget("radio", props, { call, site, label, key, onChange, field: more, lasting: more, decode, encode }),
  ) as RadioSelected<T, Value>;
}
