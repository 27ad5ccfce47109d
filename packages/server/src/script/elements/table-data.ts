import { badOption } from "../../errors.ts";
import { isPlainObject, isTypedArray } from "./value-text.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a static table is made of: rows, columns by name, rows that are arrays, or a list of values. */
export type TableData =
  | readonly Row[]
  | Readonly<Record<string, ArrayLike<unknown>>>
  | readonly (readonly unknown[])[]
  | ArrayLike<unknown>
  | ReadonlyMap<unknown, unknown>;

/** Columns by name, all of one length. */
export interface Table {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<unknown>[];
  /** False: the names are only numbers that we gave. */
  readonly named: boolean;
}

/** Turns what tables are made of into columns; throws `BadOptionError` for everything else. */
export function tableOf(call: string, data: unknown): Table {
  if (data instanceof Map) {
    return { names: ["key", "value"], columns: [[...data.keys()], [...data.values()]], named: false };
  }
  if (isTypedArray(data)) return { names: ["value"], columns: [data], named: false };
  if (Array.isArray(data)) return ofList(call, data);
  if (isPlainObject(data)) return ofColumns(call, data);
  throw badOption(call, "data", "rows ([{ a: 1 }, ...]), columns ({ a: [1, ...] }) or arrays of cells", data);
}

function ofList(call: string, list: readonly unknown[]): Table {
  const [first] = list;
  if (Array.isArray(first)) return ofArrays(call, list);
  if (typeof first !== "object" || first === null || first instanceof Date) return { names: ["value"], columns: [list], named: false };
  return ofRows(call, list);
}

/** The columns are the rows' keys, in the order in which they first appear. */
function ofRows(call: string, rows: readonly unknown[]): Table {
  const names = new Set<string>();
  for (const [i, row] of rows.entries()) {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw badOption(call, `data[${i}]`, "an object like the first row", row);
    for (const name in row) names.add(name);
  }
  return { names: [...names], columns: Array.from(names, (name) => rows.map((row) => (row as Row)[name])), named: true };
}

function ofArrays(call: string, rows: readonly unknown[]): Table {
  let width = 0;
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row)) throw badOption(call, `data[${i}]`, "an array like the first row", row);
    width = Math.max(width, row.length);
  }
  const names = Array.from({ length: width }, (_, i) => String(i + 1));
  return { names, columns: names.map((_, i) => rows.map((row) => (row as readonly unknown[])[i])), named: false };
}

function ofColumns(call: string, data: Readonly<Record<string, unknown>>): Table {
  const names = Object.keys(data);
  const columns = names.map((name) => {
    const column = data[name];
    if (!Array.isArray(column) && !isTypedArray(column)) throw badOption(call, `data.${name}`, "an array of cells", column);
    return column as ArrayLike<unknown>;
  });
  const length = columns[0]?.length ?? 0;
  const other = columns.findIndex((column) => column.length !== length);
  if (other >= 0) throw badOption(call, `data.${names[other]}`, `as long as data.${names[0]} (${length})`, columns[other]);
  return { names, columns, named: true };
}

/** True for what `st.write` shows as a table: rows, columns by name, or equally long arrays of cells. */
export function looksLikeTable(value: unknown): boolean {
  if (Array.isArray(value)) {
    if (value.length === 0) return false;
    if (value.every(isPlainObject)) return true;
    return value.every(
      (row) => Array.isArray(row) && row.length > 0 && row.length === (value[0] as readonly unknown[]).length && row.every(isCell),
    );
  }
  if (!isPlainObject(value)) return false;
  const columns = Object.values(value);
  const length = (columns[0] as ArrayLike<unknown> | undefined)?.length;
  return (
    columns.length > 0 &&
    columns.every((column) => (Array.isArray(column) || isTypedArray(column)) && (column as ArrayLike<unknown>).length === length)
  );
}

function isCell(value: unknown): boolean {
  return typeof value !== "object" || value === null || value instanceof Date;
}
