import { badOption } from "../../errors.ts";
import { milliseconds } from "../cache/duration.ts";

const DEFAULT = 15 * 60;
const MAX = 23 * 60 * 60;

/** The seconds of a `step` option: whole multiples of `unit` (1 or 60 seconds), up to 23 hours; 15 minutes if it is absent. */
export function stepSeconds(call: string, step: unknown, unit: 1 | 60): number {
  if (step === undefined) return DEFAULT;
  const seconds = typeof step === "number" || typeof step === "string" ? (milliseconds(step) ?? 0) / 1000 : 0;
  if (Number.isInteger(seconds / unit) && seconds >= unit && seconds <= MAX) return seconds;
  const units = unit === 1 ? "whole seconds" : "whole minutes in seconds";
  throw badOption(call, "step", `${units} or a text such as "15m", up to 23 hours`, step);
}
