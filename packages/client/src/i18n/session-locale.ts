let tag = "en-US";
const numbers = new Map<string, Intl.NumberFormat>();

/** The locale (BCP 47) in which numbers, dates and times are shown. */
export function sessionLocale(): string {
  return tag;
}

export function setSessionLocale(locale: string): void {
  tag = locale;
}

/** A number inside a text, in the session's digits and with its separators from 10,000 on. */
export function inWords(number: number, fractionDigits = 0): string {
  const id = `${tag} ${fractionDigits}`;
  let format = numbers.get(id);
  if (!format) {
    format = new Intl.NumberFormat(tag, {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
      useGrouping: "min2",
    });
    numbers.set(id, format);
  }
  return format.format(number);
}
