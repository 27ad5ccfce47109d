import type { Figure } from "./figure.ts";

/** The figures as a table: each target, and how many times worse than the limit and better than the peer rivulet is. */
export function table(figures: readonly Figure[]): string {
  const targets = [...new Set(figures.flatMap(({ values }) => Object.keys(values)))];
  const [limit = "", own = "", peer] = targets;
  const rows = figures.map((figure) => [
    `${figure.scenario}: ${figure.what}`,
    ...targets.map((target) => amount(figure.values[target], figure.unit)),
    times(figure, limit, own),
    ...(peer === undefined ? [] : [times(figure, own, peer)]),
  ]);
  const header = ["", ...targets, "times the limit", ...(peer === undefined ? [] : ["times better"])];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** How many times better one target is than another: less is better, but of a rate more. */
function times({ values, unit }: Figure, better: string, worse: string): string {
  const [low, high] = unit === "/s" ? [values[worse], values[better]] : [values[better], values[worse]];
  return low === undefined || high === undefined || low === 0 ? "-" : digits(high / low);
}

function amount(value: number | undefined, unit: string): string {
  return value === undefined ? "-" : `${digits(value)} ${unit}`.trim();
}

/** Three digits are as much as a measurement carries. */
function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
