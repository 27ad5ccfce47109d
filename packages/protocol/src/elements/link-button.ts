import { trigger } from "../element.ts";
import { ParseError } from "../parse.ts";
import { parsePress, type ButtonProps } from "./button.ts";

/** A link that looks like a button. */
export interface LinkButtonProps extends ButtonProps {
  readonly url: string;
  /** True if a click also runs the page. */
  readonly runs?: boolean | undefined;
}

export const linkButton = trigger<LinkButtonProps>((raw, { runs }) => {
  if (runs !== true) throw new ParseError("nothing, since the link does not run the page", raw);
  return parsePress(raw);
});
