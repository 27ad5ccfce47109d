import { display, type CommonProps, type Height } from "../element.ts";

/** A static table; cells are formatted on the server, strings are inline markdown. */
export interface TableProps extends CommonProps {
  readonly columns: readonly TableColumn[];
  /** One array of cells a column, all of one length. */
  readonly cells: readonly (readonly string[])[];
  readonly border?: boolean | "horizontal" | undefined;
  readonly height?: Height | undefined;
  readonly hideHeader?: boolean | undefined;
}

export interface TableColumn {
  readonly name: string;
  readonly align: "left" | "right";
}

export const table = display<TableProps>();
