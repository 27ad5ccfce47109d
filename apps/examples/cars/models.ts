import { readDataset } from "../read-dataset.ts";

/** One model; what the data does not say is null. */
export interface Model {
  readonly name: string;
  readonly year: number;
  readonly origin: "USA" | "Europe" | "Japan";
  readonly cylinders: number;
  /** Miles a gallon. */
  readonly economy: number | null;
  readonly horsepower: number | null;
  /** Pounds. */
  readonly weight: number;
  /** Seconds from 0 to 60 mph. */
  readonly acceleration: number;
}

interface Row {
  readonly Name: string;
  readonly Year: string;
  readonly Origin: Model["origin"];
  readonly Cylinders: number;
  readonly Miles_per_Gallon: number | null;
  readonly Horsepower: number | null;
  readonly Weight_in_lbs: number;
  readonly Acceleration: number;
}

/** Models of 1970 to 1982, as in the data. A module is loaded once, so all sessions share it. */
export const models: readonly Model[] = (JSON.parse(readDataset("cars.json")) as Row[]).map((row) => ({
  name: row.Name.replaceAll(/\b(?:amc|bmw|vw)\b|(?:^|\s)\w/g, (start) => start.toUpperCase()),
  year: Number(row.Year.slice(0, 4)),
  origin: row.Origin,
  cylinders: row.Cylinders,
  economy: row.Miles_per_Gallon,
  horsepower: row.Horsepower,
  weight: row.Weight_in_lbs,
  acceleration: row.Acceleration,
}));
