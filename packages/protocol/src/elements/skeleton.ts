import { display, type CommonProps, type Height } from "../element.ts";

/** Stands in for what is on its way. */
export interface SkeletonProps extends CommonProps {
  /** Absent: a line of text. */
  readonly height?: Exclude<Height, "content"> | undefined;
  /** True: seen only if it takes a while. */
  readonly late?: boolean | undefined;
}

export const skeleton = display<SkeletonProps>();
