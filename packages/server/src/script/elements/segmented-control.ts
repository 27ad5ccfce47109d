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
 * Shows options as joined segments. Returns the one that is pressed, or null; with `selectionMode: "multi"` a new array of all that are,
 * in the order in which they were pressed; the page's own values or objects. Options are inline markdown; they are matched by label from
 * run to run.
 * @throws BadOptionError for a `value` that is none of the options or names one twice, objects without `format`, and `required` where many
 * may be chosen.
 * @example
 * const view = st.segmentedControl("View", ["map", "list"], { value: "map", required: true });
 */
export function segmentedControl<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: MultiOptionButtonsOptions<T> & LastingOptions,
): T[];
export function segmentedControl<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: RequiredOptionButtonsOptions<T> & LastingOptions,
): T;
export function segmentedControl<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more?: OptionButtonsOptions<T> & LastingOptions,
): T | null;
export function segmentedControl<T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: AnyOptionButtonsOptions<T> & LastingOptions = {},
): T | T[] | null {
  const site = takeCallSite("segmentedControl", label, options, more);
  return optionButtons(this, { type: "segmentedControl", site, label, options, more });
}
