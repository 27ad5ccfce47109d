import type { Figure } from "./figure.ts";
import type { Reference } from "./reference.ts";

/** Their names. */
export type Targets = readonly [limit: string, own: string, peer?: string];

/** The figures as a table for a terminal: each target, and how many times worse than the limit and better than the peer rivulet is. */
export function table(figures: readonly Figure[], targets: Targets, reference?: Reference): string {
  const { header, rows } = cells(figures, targets, reference);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

/** The same in Markdown. */
export function markdownTable(figures: readonly Figure[], targets: Targets, reference?: Reference): string {
  const { header, rows } = cells(figures, targets, reference);
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [line(header), line(header.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

/** A reference takes the place of a peer, without a ratio: that is only for what ran on one machine in one run. */
function cells(
  figures: readonly Figure[],
  targets: Targets,
  reference: Reference | undefined,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [limit, own, peer] = targets;
  const names = targets.filter((name) => name !== undefined);
  const rows = figures.map((figure) => {
    const name = `${figure.scenario}: ${figure.what}`;
    return [
      name,
      ...names.map((target) => amount(figure.values[target], figure.unit)),
      times(figure, limit, own),
      ...(peer === undefined ? [] : [times(figure, own, peer)]),
      ...(reference === undefined ? [] : [amount(reference.values[name], figure.unit)]),
    ];
  });
  const header = [
    "",
    ...names,
    "times the limit",
    ...(peer === undefined ? [] : ["times better"]),
    ...(reference === undefined ? [] : [reference.name]),
  ];
  return { header, rows };
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
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
