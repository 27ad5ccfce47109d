import { block, type CommonProps } from "../element.ts";

/** Shown while its body runs; the children are what the body wrote. */
export interface SpinnerProps extends CommonProps {
  readonly text: string;
  readonly showTime?: boolean | undefined;
  /** False once the body is done: the children stay, the spinner goes. */
  readonly active: boolean;
}

export const spinner = block<SpinnerProps>();
