import { readDataset } from "../read-dataset.ts";

export const KINDS = ["sun", "rain", "drizzle", "fog", "snow"] as const;
export type Kind = (typeof KINDS)[number];

/** One day in Seattle: degrees Celsius, millimetres, metres a second. */
export interface Day {
  /** As "2012-01-31". */
  readonly date: string;
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly rain: number;
  readonly high: number;
  readonly low: number;
  readonly wind: number;
  readonly kind: Kind;
}

/** Every day from 2012 to 2015, in order. A module is loaded once, so all sessions share it. */
export const days: readonly Day[] = readDataset("seattle-weather.csv").trim().split("\n").slice(1).map(parseDay);

export const years: readonly number[] = [...new Set(days.map(({ year }) => year))];

function parseDay(line: string): Day {
  const [date = "", rain, high, low, wind, kind] = line.split(",");
  return {
    date,
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    rain: Number(rain),
    high: Number(high),
    low: Number(low),
    wind: Number(wind),
    kind: kind as Kind,
  };
}
