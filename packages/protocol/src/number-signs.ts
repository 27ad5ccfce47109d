/** What a locale writes numbers with. */
export interface NumberSigns {
  readonly decimal: string;
  readonly group: string;
  /** The ten digits from 0 on. */
  readonly digits: readonly string[];
}

const known = new Map<string, NumberSigns>();

/** The signs of a locale. */
export function numberSigns(locale: string): NumberSigns {
  let signs = known.get(locale);
  if (!signs) {
    const format = new Intl.NumberFormat(locale, { useGrouping: true });
    const parts = format.formatToParts(-1_234_567.8);
    const sign = (type: string, usual: string) => parts.find((part) => part.type === type)?.value ?? usual;
    const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit));
    known.set(locale, (signs = { decimal: sign("decimal", "."), group: sign("group", ","), digits }));
  }
  return signs;
}

/** A number written the English way ("1,234.5") in the signs of a locale. */
export function inSignsOf(locale: string, text: string): string {
  const { decimal, group, digits } = numberSigns(locale);
  return text.replaceAll(/[\d.,]/g, (sign) => (sign === "." ? decimal : sign === "," ? group : (digits[Number(sign)] ?? sign)));
}
