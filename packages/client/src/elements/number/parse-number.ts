import { numberSigns } from "@rivulet/protocol";

/** The limits of a number field. */
export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer: boolean;
}

/**
 * Reads a number as people of a locale type it: signs, currency and units around it are ignored, spaces and the grouping sign group,
 * a single one not before exactly three digits is a decimal sign. With `percent`, "25%" is 0.25. Undefined if there is no number.
 */
export function parseNumber(text: string, percent = false, locale = "en-US"): number | undefined {
  const english = inEnglish(text, locale);
  const accounting = /^\s*\((.*)\)\s*$/.exec(english)?.[1];
  // Some currencies stand between the sign and the digits: "-€1".
  const plain = (accounting ?? english).replace(/-\s*(\p{Sc})\s*/u, "$1-");
  const match = /[-+]?(?:\d[\d\s,.'’_]*|[.,]\d+)(?:e[-+]?\d+)?/i.exec(plain);
  if (!match) return undefined;
  // Two numbers are no number: "1 to 5".
  if (/\d/.test(plain.slice(match.index + match[0].length)) || /\d/.test(plain.slice(0, match.index))) return undefined;
  const digits = match[0].replaceAll(/[\s'’_]/g, "");
  const number = percent && english.includes("%") ? Number(withDecimalPoint(digits)) / 100 : Number(withDecimalPoint(digits));
  if (!Number.isFinite(number)) return undefined;
  return accounting === undefined ? number : -Math.abs(number);
}

/** Marks that only say in which direction a part of a text runs. */
const DIRECTION = /[\u061c\u200e\u200f]/g;

/** The same with ASCII digits, a point before decimals and commas as grouping signs. */
function inEnglish(text: string, locale: string): string {
  const { decimal, digits } = numberSigns(locale);
  const ascii = text
    .replaceAll(DIRECTION, "")
    .replaceAll("−", "-")
    .replaceAll("٪", "%")
    .replaceAll(/\p{Nd}/gu, (sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll("٫", ".")
    .replaceAll("٬", ",");
  return decimal === "," ? ascii.replaceAll(/[.,]/g, (sign) => (sign === "." ? "," : ".")) : ascii;
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
export function reads(text: string, number: number, locale?: string): boolean {
  const read = parseNumber(text, false, locale);
  return read !== undefined && Math.abs(read - number) <= 1e-12 * Math.max(1, Math.abs(number));
}
