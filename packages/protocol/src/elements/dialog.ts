import { block, type CommonProps } from "../element.ts";
import { ParseError } from "../parse.ts";

/** A window over the page. What is in it is a fragment, which its widget id names. A browser can only close it: `value` becomes false. */
export interface DialogProps extends CommonProps {
  readonly label: string;
  readonly icon?: string | undefined;
  /** Default "small". */
  readonly size?: "small" | "medium" | "large" | undefined;
  /** False: only the page closes it. */
  readonly dismissible?: boolean | undefined;
  /** True while the page's run waits for its answer: it needs its user, not time. */
  readonly awaited?: boolean | undefined;
  readonly value: boolean;
}

export const dialog = block<DialogProps, boolean>((raw, { dismissible }) => {
  if (dismissible === false) throw new ParseError("nothing: only the page closes this dialog", raw);
  if (raw !== false) throw new ParseError("false", raw);
  return false;
});
