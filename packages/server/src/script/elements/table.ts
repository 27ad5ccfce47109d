import type { Height, TableColumn, Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { iconsInAll } from "./icon/icons-in.ts";
import { checkFlag, checkShared } from "./option-checks.ts";
import { columnCells } from "./table-cells.ts";
import { tableOf, type TableData } from "./table-data.ts";

export interface TableOptions {
  /** All lines, none, or only those between rows. Default true. */
  readonly border?: boolean | "horizontal" | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
  /** Pixels (what is taller scrolls below the header), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /** Default: only where the data names no columns. */
  readonly hideHeader?: boolean | undefined;
}

/**
 * Shows data as a static table with all its rows: rows, columns by name, rows that are arrays, or a map. Texts are inline markdown;
 * numbers stand right with up to four decimals; dates are shown in UTC, null as an empty cell.
 * @throws BadOptionError for data of another form, or columns of different lengths.
 * @example
 * st.table([{ ship: "Ida", tons: 1200 }, { ship: "Olga", tons: 860.5 }]);
 */
export function table(this: Container, data: TableData, options: TableOptions = {}): ElementHandle {
  const call = "st.table";
  checkShared(call, options);
  const { border, width, height, hideHeader } = options;
  checkFlag(call, "hideHeader", hideHeader);
  const { names, columns: source, named } = tableOf(call, data);
  const columns: TableColumn[] = [];
  const cells: string[][] = [];
  const texts: string[] = [...names];
  for (const [i, column] of source.entries()) {
    const { cells: own, numeric } = columnCells(column);
    columns.push({ name: names[i] as string, align: numeric ? "right" : "left" });
    cells.push(own);
    if (!numeric) texts.push(...own.filter((cell) => cell.includes(":material/")));
  }
  return this.emit(call, "table", {
    columns,
    cells,
    border,
    height,
    hideHeader: hideHeader ?? (named ? undefined : true),
    width,
    icons: iconsInAll(texts),
  });
}
