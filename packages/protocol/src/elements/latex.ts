import { display, type CommonProps } from "../element.ts";

/** A formula set by KaTeX as a block. */
export interface LatexProps extends CommonProps {
  readonly body: string;
  readonly help?: string | undefined;
}

export const latex = display<LatexProps>();
