import { decimalsOf } from "./decimals.ts";

/** The numbers of a slider: from `min` by `step`, and `max` itself. */
export interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The nearest number of a slider, without the dust of floating point. */
export function nearestStep(value: number, { min, max, step }: Steps): number {
  if (value >= max) return max;
  const stepped = min + Math.round((value - min) / step) * step;
  const rounded = Number(stepped.toFixed(Math.max(decimalsOf(step), decimalsOf(min))));
  const nearest = rounded > max || max - value < Math.abs(value - rounded) ? max : rounded;
  return Math.max(min, nearest) + 0;
}

/** Where a value lies between the ends, 0 to 1. */
export function fraction(value: number, { min, max }: Omit<Steps, "step">): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
}
