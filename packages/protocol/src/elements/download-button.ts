import { trigger } from "../element.ts";
import type { ErrorInfo } from "../error-info.ts";
import { ParseError } from "../parse.ts";
import { parsePress, type ButtonProps } from "./button.ts";

/** A button that saves a file. A press of one without `media` asks the server to make the file; a `download` message says that it is ready. */
export interface DownloadButtonProps extends ButtonProps {
  /** What the file is called. */
  readonly name: string;
  /** Names the bytes that are there already. */
  readonly media?: string | undefined;
  /** True if a press also runs the page. */
  readonly runs?: boolean | undefined;
  /** True while the file is being made. */
  readonly preparing?: boolean | undefined;
  /** Why the file could not be made the last time. */
  readonly error?: ErrorInfo | undefined;
}

export const downloadButton = trigger<DownloadButtonProps>((raw, { media, runs }) => {
  if (runs !== true && media !== undefined) throw new ParseError("nothing, since the button does not run the page", raw);
  return parsePress(raw);
});
