import { block, type CommonProps, type Height } from "../element.ts";

/** A box of widgets whose values stay in the browser until one of its submit buttons is pressed. */
export interface FormProps extends CommonProps {
  /** Default true. */
  readonly border?: boolean | undefined;
  readonly height?: Height | undefined;
  /** False: Enter in a field does not press the first submit button. */
  readonly enterToSubmit?: boolean | undefined;
  /** What a refused submit is to be told that concerns no field. */
  readonly problems?: readonly string[] | undefined;
}

export const form = block<FormProps>();
