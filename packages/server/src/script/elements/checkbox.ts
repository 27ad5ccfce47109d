import { badOption } from "../../errors.ts";
import { takeCallSite, type CallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** Default width "content". */
export interface CheckboxOptions extends WidgetOptions<boolean> {
  /** The initial value. Default false. */
  readonly value?: boolean | undefined;
  /** True: the label wraps; false: one line, cut with an ellipsis. */
  readonly wrap?: boolean | undefined;
}

export type ToggleOptions = CheckboxOptions;

/**
 * Shows a checkbox and returns whether it is checked. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * if (st.checkbox("Details")) st.json(order);
 */
export function checkbox(this: Container, label: string, options: CheckboxOptions & LastingOptions = {}): boolean {
  const site = takeCallSite("checkbox", label, options);
  return onOff(this, "checkbox", site, label, options);
}

/**
 * Shows a switch and returns whether it is on. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const live = st.toggle("Live", { value: true });
 */
export function toggle(this: Container, label: string, options: ToggleOptions & LastingOptions = {}): boolean {
  const site = takeCallSite("toggle", label, options);
  return onOff(this, "toggle", site, label, options);
}

// oxlint-disable-next-line max-params -- two calls that differ in their second argument
function onOff(
  into: Container,
  type: "checkbox" | "toggle",
  site: CallSite | undefined,
  label: string,
  options: CheckboxOptions & LastingOptions,
): boolean {
  const call = `st.${type}`;
  checkWidget(call, label, options);
  const { value = false, key, help, onChange, disabled, labelVisibility, width, wrap } = options;
  if (typeof value !== "boolean") throw badOption(call, "value", "true or false", value);
  const props = { label, value, help, disabled, labelVisibility, width, wrap, icons: iconsIn(label, help) };
  return into.widget(type, props, { call, site, label, key, onChange, field: options, lasting: options });
}
