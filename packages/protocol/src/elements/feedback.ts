import { widget, type WidgetProps } from "../element.ts";
import { integer, ParseError } from "../parse.ts";

export type FeedbackScale = "thumbs" | "faces" | "stars";

/** A rating from 0, the worst, or null. The label may be empty: then nothing is shown above. */
export interface FeedbackProps extends WidgetProps<number | null> {
  readonly scale: FeedbackScale;
}

/** How many ratings a scale has. */
export function feedbackCount(scale: FeedbackScale): number {
  return scale === "thumbs" ? 2 : 5;
}

export const feedback = widget<FeedbackProps>()((raw, { scale }) => {
  if (raw === null) return null;
  const rating = integer(raw);
  const count = feedbackCount(scale);
  if (rating < 0 || rating >= count) throw new ParseError(`a whole number from 0 to ${count - 1}, or null`, raw);
  return rating;
});
