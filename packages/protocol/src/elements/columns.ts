import { block, type CommonProps } from "../element.ts";
import type { Gap } from "./container.ts";

/** A row of columns: its children are `column` blocks. */
export interface ColumnsProps extends CommonProps {
  readonly gap?: Gap | undefined;
  readonly verticalAlignment?: "top" | "center" | "bottom" | undefined;
  readonly wrap?: boolean | undefined;
}

export interface ColumnProps {
  /** Its share of the row's width, relative to its siblings'. */
  readonly weight: number;
  readonly border?: boolean | undefined;
}

export const columns = block<ColumnsProps>();
export const column = block<ColumnProps>();
