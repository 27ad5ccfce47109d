import { inSignsOf } from "./number-signs.ts";

/** How numbers can be shown by name; anything else is a printf format such as "%.2f km". */
export const NUMBER_PRESETS = [
  "plain",
  "localized",
  "percent",
  "dollar",
  "euro",
  "yen",
  "accounting",
  "bytes",
  "compact",
  "scientific",
  "engineering",
] as const;
export type NumberPreset = (typeof NUMBER_PRESETS)[number];

/** A preset's name or a printf format with one place for the number. */
export type NumberFormat = NumberPreset | (string & {});

const PRINTF = /%([-+ 0,]*)(\d{0,3})(?:\.(\d{1,2}))?([diufFeEgGxXobs])/;

/** True if `format` names a preset or is a printf format with exactly one place for a number. */
export function isNumberFormat(format: string): boolean {
  if (isPreset(format)) return true;
  const rest = format.replaceAll("%%", "");
  return PRINTF.test(rest) && !rest.replace(PRINTF, "").includes("%");
}

/** Shows a number in the signs of `locale`; without a format all its digits, not grouped. */
export function formatNumber(value: number, format: NumberFormat = "plain", locale = "en-US"): string {
  if (!Number.isFinite(value)) return String(value);
  return isPreset(format) ? presets[format](value, locale) : printf(format, value, locale);
}

function isPreset(format: string): format is NumberPreset {
  return (NUMBER_PRESETS as readonly string[]).includes(format);
}

const made = new Map<string, Intl.NumberFormat>();

/** Making one takes a thousand times as long as using it. */
function intl(name: string, options: Intl.NumberFormatOptions, locale: string): Intl.NumberFormat {
  const id = `${name} ${locale}`;
  let format = made.get(id);
  if (format === undefined) made.set(id, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

const presets: Readonly<Record<NumberPreset, (value: number, locale: string) => string>> = {
  plain: (value, locale) => inSignsOf(locale, String(value)),
  localized: (value, locale) => intl("localized", { maximumFractionDigits: 4 }, locale).format(value),
  percent: (value, locale) => intl("percent", { style: "percent", maximumFractionDigits: 2 }, locale).format(value),
  dollar: (value, locale) => intl("dollar", { style: "currency", currency: "USD" }, locale).format(value),
  euro: (value, locale) => intl("euro", { style: "currency", currency: "EUR" }, locale).format(value),
  yen: (value, locale) => intl("yen", { style: "currency", currency: "JPY" }, locale).format(value),
  accounting: (value, locale) => {
    const digits = intl("accounting", { minimumFractionDigits: 2, maximumFractionDigits: 2 }, locale).format(Math.abs(value));
    return value < 0 ? `(${digits})` : digits;
  },
  bytes: (value, locale) => {
    const power = value === 0 ? 0 : Math.min(5, Math.max(0, Math.floor(Math.log10(Math.abs(value)) / 3)));
    return `${intl("bytes", { maximumFractionDigits: 1 }, locale).format(value / 1000 ** power)} ${["B", "kB", "MB", "GB", "TB", "PB"][power]}`;
  },
  compact: (value, locale) => intl("compact", { notation: "compact", maximumFractionDigits: 1 }, locale).format(value),
  scientific: (value, locale) => intl("scientific", { notation: "scientific" }, locale).format(value),
  engineering: (value, locale) => intl("engineering", { notation: "engineering" }, locale).format(value),
};

function printf(format: string, value: number, locale: string): string {
  return format
    .split("%%")
    .map((part) =>
      part.replace(PRINTF, (_, flags: string, width: string, digits: string | undefined, kind: string) => {
        const text = withSign(
          unsigned(Math.abs(value), kind, digits === undefined ? undefined : Number(digits), flags.includes(",")),
          value,
          flags,
        );
        const shown = padded(text, Number(width), flags);
        return /[xXobs]/.test(kind) ? shown : inSignsOf(locale, shown);
      }),
    )
    .join("%");
}

function unsigned(value: number, kind: string, digits: number | undefined, grouped: boolean): string {
  switch (kind) {
    case "f":
    case "F":
      return group(value.toFixed(digits ?? 6), grouped);
    case "e":
    case "E": {
      const text = value.toExponential(digits ?? 6).replace(/e([+-])(\d)$/, "e$10$2");
      return kind === "E" ? text.toUpperCase() : text;
    }
    case "g":
    case "G":
      return group(String(Number(value.toPrecision(Math.max(1, digits ?? 6)))), grouped);
    case "x":
      return Math.trunc(value).toString(16);
    case "X":
      return Math.trunc(value).toString(16).toUpperCase();
    case "o":
      return Math.trunc(value).toString(8);
    case "b":
      return Math.trunc(value).toString(2);
    case "s":
      return String(value);
    default:
      return group(Math.trunc(value).toFixed(0), grouped);
  }
}

function group(text: string, grouped: boolean): string {
  return grouped ? text.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")) : text;
}

function withSign(text: string, value: number, flags: string): string {
  if (value < 0 && /[1-9a-f]/i.test(text)) return `-${text}`;
  if (flags.includes("+")) return `+${text}`;
  return flags.includes(" ") ? ` ${text}` : text;
}

function padded(text: string, width: number, flags: string): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[-+ ]/.test(text) ? text.slice(0, 1) : "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}
