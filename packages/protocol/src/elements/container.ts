import { block, type CommonProps, type Height } from "../element.ts";

export type Gap = number | "none" | "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge";

/** A box of elements, vertical or horizontal. The roots are containers too. */
export interface ContainerProps extends CommonProps {
  readonly border?: boolean | undefined;
  readonly height?: Height | undefined;
  readonly horizontal?: boolean | undefined;
  readonly wrap?: boolean | undefined;
  readonly horizontalAlignment?: "left" | "center" | "right" | "distribute" | undefined;
  readonly verticalAlignment?: "top" | "center" | "bottom" | "distribute" | undefined;
  readonly gap?: Gap | undefined;
  readonly autoscroll?: boolean | undefined;
}

export const container = block<ContainerProps>();
