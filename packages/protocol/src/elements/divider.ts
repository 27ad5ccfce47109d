import { display, type CommonProps } from "../element.ts";

/** A horizontal rule. */
export interface DividerProps extends CommonProps {}

export const divider = display<DividerProps>();
