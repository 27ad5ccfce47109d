import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import {
  optionButtons,
  type AnyOptionButtonsOptions,
  type MultiOptionButtonsOptions,
  type OptionButtonsOptions,
  type RequiredOptionButtonsOptions,
} from "./option-buttons.ts";

/**
 * Shows options as pills. Returns the one that is pressed, or null; with `selectionMode: "multi"` a new array of all that are, in the order
 * in which they were pressed; the page's own values or objects. Options are inline markdown; they are matched by label from run to run.
 * @throws BadOptionError for a `value` that is none of the options or names one twice, objects without `format`, and `required` where many
 * may be chosen.
 * @example
 * const weather = st.pills("Weather", ["sun", "rain", "snow"]);
 * const days = st.pills("Days", ["Mon", "Tue", "Wed"], { selectionMode: "multi", value: ["Mon"] });
 */
export function pills<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: MultiOptionButtonsOptions<T> & LastingOptions,
): T[];
export function pills<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: RequiredOptionButtonsOptions<T> & LastingOptions,
): T;
export function pills<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more?: OptionButtonsOptions<T> & LastingOptions,
): T | null;
export function pills<T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: AnyOptionButtonsOptions<T> & LastingOptions = {},
): T | T[] | null {
  const site = takeCallSite("pills", label, options, more);
  return optionButtons(this, { type: "pills", site, label, options, more });
}
