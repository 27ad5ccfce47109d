/** The shapes of a sparkline in a box of 100 by 32, a pixel kept free at the rim. */
export interface Sparkline {
  /** The line through the points; for bars, the bars. */
  readonly line: string;
  /** The area below the line. */
  readonly area: string;
}

const WIDTH = 100;
const HEIGHT = 32;
const RIM = 2;
/** More points than this are gathered: the box has no more columns. */
const MOST_POINTS = 400;

/** Draws numbers as a path. Numbers that are not finite are gaps of a line and missing bars. */
export function sparkline(data: readonly number[], type: "line" | "bar" | "area"): Sparkline {
  const values = gather(data);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { line: "", area: "" };
  const low = Math.min(...finite, type === "bar" ? 0 : Infinity);
  const high = Math.max(...finite, type === "bar" ? 0 : -Infinity);
  const y = (value: number) => round(high === low ? HEIGHT / 2 : HEIGHT - RIM - ((value - low) / (high - low)) * (HEIGHT - 2 * RIM));
  return type === "bar" ? { line: bars(values, y), area: "" } : curve(values, y);
}

function curve(values: readonly number[], y: (value: number) => number): Sparkline {
  const x = (at: number) => round(values.length === 1 ? WIDTH : (at / (values.length - 1)) * WIDTH);
  let line = "";
  let area = "";
  let start: number | undefined;
  for (let at = 0; at <= values.length; at++) {
    const value = values[at];
    if (value !== undefined && Number.isFinite(value)) {
      line += `${start === undefined ? "M" : "L"}${x(at)} ${y(value)}`;
      area += start === undefined ? `M${x(at)} ${HEIGHT}L${x(at)} ${y(value)}` : `L${x(at)} ${y(value)}`;
      start ??= at;
    } else if (start !== undefined) {
      if (start === at - 1 && values.length > 1) line += "h0.01";
      area += `L${x(at - 1)} ${HEIGHT}Z`;
      start = undefined;
    }
  }
  // A single value is a level.
  return values.length === 1 ? { line: `M0 ${HEIGHT / 2}H${WIDTH}`, area: "" } : { line, area };
}

function bars(values: readonly number[], y: (value: number) => number): string {
  const slot = WIDTH / values.length;
  const width = round(slot * 0.7);
  const zero = y(0);
  return values
    .map((value, at) => (Number.isFinite(value) ? `M${round(at * slot + slot * 0.15)} ${zero}h${width}V${y(value)}h-${width}Z` : ""))
    .join("");
}

/** Keeps each stretch's lowest and highest value, so that no peak is lost. */
function gather(data: readonly number[]): readonly number[] {
  if (data.length <= MOST_POINTS) return data;
  const stretch = data.length / (MOST_POINTS / 2);
  return Array.from({ length: MOST_POINTS / 2 }, (_, at) => {
    const part = data.slice(Math.floor(at * stretch), Math.floor((at + 1) * stretch)).filter(Number.isFinite);
    const low = Math.min(...part);
    const high = Math.max(...part);
    return part.indexOf(low) < part.indexOf(high) ? [low, high] : [high, low];
  }).flat();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
