import { jsonText } from "./json-text.ts";
import { dateText, inlineCode } from "./value-text.ts";

const MAX_DECIMALS = 4;

/** The cells of a column as text, and whether they are numbers: those all have the same decimals, at most four. */
export function columnCells(column: ArrayLike<unknown>): { readonly cells: string[]; readonly numeric: boolean } {
  let numeric = false;
  let decimals = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (value === null || value === undefined) continue;
    if (typeof value !== "number" && typeof value !== "bigint")
      return { cells: Array.from(column, (cell) => cellText(cell, undefined)), numeric: false };
    numeric = true;
    if (typeof value === "number" && decimals < MAX_DECIMALS && !Number.isInteger(value)) decimals = Math.max(decimals, decimalsOf(value));
  }
  return { cells: Array.from(column, (cell) => cellText(cell, decimals)), numeric };
}

function cellText(value: unknown, decimals: number | undefined): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return numberText(value, decimals ?? Math.min(MAX_DECIMALS, decimalsOf(value)));
    case "undefined":
      return "";
    case "object":
      if (value === null) return "";
      return value instanceof Date ? dateText(value) : inlineCode(jsonText(value));
    case "function":
    case "symbol":
      return inlineCode(jsonText(value));
    default:
      return String(value);
  }
}

/** Numbers too small for their decimals would all be zero: they keep four digits. */
function numberText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "" : String(value);
  const small = value !== 0 && Math.abs(value) < 10 ** -MAX_DECIMALS;
  if (small || Math.abs(value) >= 1e21) return String(Number(value.toPrecision(4)));
  return value.toFixed(decimals);
}

function decimalsOf(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) < 10 ** -MAX_DECIMALS) return 0;
  const text = String(Math.round(Math.abs(value % 1) * 10 ** MAX_DECIMALS) / 10 ** MAX_DECIMALS);
  return text.includes(".") ? text.length - 2 : 0;
}
