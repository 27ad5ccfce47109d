import { display, type CommonProps } from "../element.ts";

/** A progress bar. */
export interface ProgressProps extends CommonProps {
  /** 0 to 1. */
  readonly value: number;
  readonly text?: string | undefined;
}

export const progress = display<ProgressProps>();
