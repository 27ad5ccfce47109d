import { isIsoDate, type DateFormat } from "@rivulet/protocol";

/** A day as a format has it: "22.11.2026" for "DD.MM.YYYY". */
export function showDate(day: string, format: DateFormat): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return format.replace("YYYY", year).replace("MM", month).replace("DD", date);
}

/**
 * The day that a text stands for: in the format's order with any separators or none, or as an ISO text. Two digits of a year are
 * of this century up to ten years ahead, else of the last. Undefined if it is no day.
 */
export function readDate(text: string, format: DateFormat): string | undefined {
  const order = format.split(/[^A-Z]/);
  const compact = /^\d{8}$/.test(text.trim());
  const numbers = compact ? split(text.trim(), order) : text.trim().split(/[\s/.,-]+/);
  if (numbers.length !== 3 || !numbers.every((number) => /^\d{1,4}$/.test(number))) return undefined;
  // Four digits in front are a year, whatever the format.
  const parts = !compact && numbers[0]?.length === 4 ? ["YYYY", "MM", "DD"] : order;
  const of = (name: string) => numbers[parts.indexOf(name)] ?? "";
  const year = of("YYYY").length <= 2 ? century(Number(of("YYYY"))) : of("YYYY").padStart(4, "0");
  const day = `${year}-${of("MM").padStart(2, "0")}-${of("DD").padStart(2, "0")}`;
  return isIsoDate(day) ? day : undefined;
}

function split(digits: string, order: readonly string[]): readonly string[] {
  let at = 0;
  return order.map(({ length }) => digits.slice(at, (at += length)));
}

function century(year: number): string {
  const now = new Date().getFullYear();
  const near = now - (now % 100) + year;
  return String(near > now + 10 ? near - 100 : near);
}
