import { feedbackCount, type FeedbackScale } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** The ratings of a scale, from the worst: thumbs down is 0, five stars are 4. */
export type Rating<Scale extends FeedbackScale> = Scale extends "thumbs" ? 0 | 1 : 0 | 1 | 2 | 3 | 4;

/** Default width "content". */
export interface FeedbackOptions<Scale extends FeedbackScale = FeedbackScale> extends WidgetOptions<Rating<Scale> | null> {
  /** The initial rating; null: none. Default null. */
  readonly value?: Rating<Scale> | null | undefined;
  /** What is rated, as inline markdown above. Default: none is shown, and screen readers hear "Feedback". */
  readonly label?: string | undefined;
}

const SCALES: readonly FeedbackScale[] = ["thumbs", "faces", "stars"];

/**
 * Asks for a rating by thumbs (0 down, 1 up), faces or stars (0 to 4), and returns it; null while there is none. Pressing the rating again
 * takes it back. `scale` is "thumbs" by default.
 * @throws BadOptionError for another scale, and a `value` that the scale does not have.
 * @example
 * const stars = st.feedback("stars", { label: "How was the crossing?" });
 * if (stars !== null) st.write(`${stars + 1} of 5`);
 */
export function feedback<const Scale extends FeedbackScale = "thumbs">(
  this: Container,
  scale?: Scale,
  options?: FeedbackOptions<NoInfer<Scale>> & LastingOptions,
): Rating<Scale> | null {
  const site = takeCallSite("feedback", scale, options);
  const call = "st.feedback";
  const { label = "", value = null, key, help, onChange, disabled, labelVisibility, width } = options ?? {};
  checkWidget(call, label, options ?? {});
  const given: FeedbackScale = scale ?? "thumbs";
  checkChoice(call, "scale", given, SCALES);
  const count = feedbackCount(given);
  if (value !== null && !(Number.isInteger(value) && value >= 0 && value < count))
    throw badOption(call, "value", `a whole number from 0 to ${count - 1}, or null`, value);
  const props = { label, value, scale: given, help, disabled, labelVisibility, width, icons: iconsIn(label, help) };
  return this.widget("feedback", props, { call, site, label, key, onChange, field: options, lasting: options }) as Rating<Scale> | null;
}
