/** The limits of a number field. */
export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer: boolean;
}

/**
 * Reads a number as people type it: signs, currency and units around it are ignored, spaces and commas group,
 * a single comma not before exactly three digits is a decimal one. With `percent`, "25%" is 0.25. Undefined if there is no number.
 */
export function parseNumber(text: string, percent = false): number | undefined {
  const accounting = /^\s*\((.*)\)\s*$/.exec(text)?.[1];
  const plain = (accounting ?? text).replaceAll("−", "-");
  const match = /[-+]?(?:\d[\d\s,.'’_]*|[.,]\d+)(?:e[-+]?\d+)?/i.exec(plain);
  if (!match) return undefined;
  // Two numbers are no number: "1 to 5".
  if (/\d/.test(plain.slice(match.index + match[0].length)) || /\d/.test(plain.slice(0, match.index))) return undefined;
  const digits = match[0].replaceAll(/[\s'’_]/g, "");
  const number = percent && text.includes("%") ? Number(withDecimalPoint(digits)) / 100 : Number(withDecimalPoint(digits));
  if (!Number.isFinite(number)) return undefined;
  return accounting === undefined ? number : -Math.abs(number);
}

function withDecimalPoint(digits: string): string {
  const commas = digits.split(",").length - 1;
  const points = digits.split(".").length - 1;
  if (commas === 0 && points <= 1) return digits;
  if (commas > 0 && points > 0) {
    const decimal = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
    const grouping = decimal === "," ? "." : ",";
    return digits.replaceAll(grouping, "").replace(decimal, ".");
  }
  if (points > 1) return digits.replaceAll(".", "");
  const grouped = commas > 1 || /^[-+]?[1-9]\d{0,2},\d{3}$/.test(digits);
  return grouped ? digits.replaceAll(",", "") : digits.replace(",", ".");
}

/** The nearest number that the limits allow. */
export function clampNumber(
  value: number,
  { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, integer }: NumberLimits,
): number {
  const whole = integer ? Math.round(value) : value;
  return Math.min(max, Math.max(min, whole)) + 0;
}

/** Rounds to as many decimals as either number has: 0.1 + 0.2 is 0.3. */
export function addSteps(value: number, step: number, decimals: number): number {
  return Number((value + step).toFixed(decimals));
}

/** True if a text reads as the number that it shows. */
export function reads(text: string, number: number): boolean {
  const read = parseNumber(text);
  return read !== undefined && Math.abs(read - number) <= 1e-12 * Math.max(1, Math.abs(number));
}
