import type { Figure } from "./figure.ts";

/** The figures as a table: each target, and rivulet's distance from the machine's limit and from its peer. */
export function table(figures: readonly Figure[]): string {
  const targets = [...new Set(figures.flatMap(({ values }) => Object.keys(values)))];
  const [limit, own, peer] = targets;
  const ratios: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["to the limit", own, limit],
    ["to the peer", peer, own],
  ];
  const shown = ratios.filter(([, above, below]) => above !== undefined && below !== undefined);
  const rows = figures.map(({ scenario, what, unit, values }) => [
    `${scenario}: ${what}`,
    ...targets.map((target) => amount(values[target], unit)),
    ...shown.map(([, above, below]) => ratio(values[above ?? ""], values[below ?? ""])),
  ]);
  const header = ["", ...targets, ...shown.map(([name, above, below]) => `${above} : ${below} (${name})`)];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

function amount(value: number | undefined, unit: string): string {
  return value === undefined ? "-" : `${digits(value)} ${unit}`.trim();
}

function ratio(above: number | undefined, below: number | undefined): string {
  return above === undefined || below === undefined || below === 0 ? "-" : `${digits(above / below)}`;
}

/** Three digits are as much as a measurement carries. */
function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
