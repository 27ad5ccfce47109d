import { inSignsOf } from "@rivulet/protocol";

let tag = "en-US";
const numbers = new Map<string, Intl.NumberFormat>();

/** The locale (BCP 47) in which numbers, dates and times are shown. */
export function sessionLocale(): string {
  return tag;
}

export function setSessionLocale(locale: string): void {
  tag = locale;
}

/** A number inside a text, in the session's digits and with its separators. */
export function inWords(number: number, fractionDigits = 0): string {
  const id = `${tag} ${fractionDigits}`;
  let format = numbers.get(id);
  if (!format) {
    format = new Intl.NumberFormat(tag, {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    numbers.set(id, format);
  }
  return format.format(number);
}

/** The number of something, such as a page: in the session's digits, not grouped. */
export function inDigits(number: number): string {
  return inSignsOf(tag, String(number));
}
