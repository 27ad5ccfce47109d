const LOCALE = "en-US";

/** Presets by name; everything else is a printf format. */
const PRESETS: Readonly<Record<string, (value: number) => string>> = {
  plain: (value) => String(value),
  localized: (value) => intl(value, {}, undefined),
  percent: (value) => intl(value, { style: "percent", maximumFractionDigits: 2 }),
  dollar: (value) => intl(value, { style: "currency", currency: "USD", maximumFractionDigits: 2 }),
  euro: (value) => intl(value, { style: "currency", currency: "EUR", maximumFractionDigits: 2 }),
  yen: (value) => intl(value, { style: "currency", currency: "JPY" }),
  accounting: (value) => (value < 0 ? `(${intl(-value, CENTS)})` : intl(value, CENTS)),
  bytes: (value) => inUnits(value),
  compact: (value) => intl(value, { notation: "compact", maximumFractionDigits: 1 }),
  scientific: (value) => intl(value, { notation: "scientific", maximumFractionDigits: 3 }),
  engineering: (value) => intl(value, { notation: "engineering", maximumFractionDigits: 3 }),
};

const CENTS: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Shows a number by a preset's name or a printf format; without one, as short as it is exact. */
export function formatNumber(value: number, format: string | undefined): string {
  if (format === undefined || format === "") return String(value);
  const preset = Object.hasOwn(PRESETS, format) ? PRESETS[format] : undefined;
  return preset ? preset(value) : printf(format, value);
}

/** Decimals that a step needs: 2 for 0.25, 0 for 10. */
export function decimalsOf(step: number): number {
  const [mantissa = "", exponent] = String(step).toLowerCase().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return Math.min(20, Math.max(0, decimals - Number(exponent ?? 0)));
}

function intl(value: number, options: Intl.NumberFormatOptions, locale: string | undefined = LOCALE): string {
  return new Intl.NumberFormat(locale, options).format(value);
}

function inUnits(bytes: number): string {
  const unit = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.abs(bytes) || 1) / 3)));
  return `${intl(bytes / 1000 ** unit, { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${BYTE_UNITS[unit] ?? ""}`;
}

const CONVERSION = /%(?:%|([-+ 0,]*)(\d+)?(?:\.(\d+))?([bdiufFeEgGxXos]))/g;

/** A printf format with one number: flags `-`, `+`, space, `0` and `,` (thousands), width, precision, `d i u f e g x o b s`. */
export function printf(format: string, value: number): string {
  return format.replaceAll(CONVERSION, (whole, flags?: string, width?: string, precision?: string, kind?: string) => {
    if (whole === "%%") return "%";
    const held = flags ?? "";
    const places = precision === undefined ? undefined : Math.min(20, Number(precision));
    const digits = convert(Math.abs(value), kind ?? "s", places);
    const grouped = held.includes(",") ? digits.replace(/^\d+/, (whole10) => whole10.replaceAll(/\B(?=(?:\d{3})+$)/g, ",")) : digits;
    const negative = value < 0 && /[1-9a-f]/i.test(digits);
    const sign = negative ? "-" : held.includes("+") ? "+" : held.includes(" ") ? " " : "";
    const room = Math.min(100, Number(width ?? 0));
    if (held.includes("-")) return (sign + grouped).padEnd(room);
    return held.includes("0") ? sign + grouped.padStart(room - sign.length, "0") : (sign + grouped).padStart(room);
  });
}

function convert(value: number, kind: string, places: number | undefined): string {
  switch (kind) {
    case "d":
    case "i":
    case "u":
      return String(Math.trunc(value));
    case "f":
    case "F":
      return value.toFixed(places ?? 6);
    case "e":
    case "E":
      return cased(value.toExponential(places ?? 6).replace(/e([+-])(\d)$/, "e$10$2"), kind);
    case "g":
    case "G":
      return cased(String(Number(value.toPrecision(Math.max(1, places ?? 6)))), kind);
    case "x":
    case "X":
      return cased(Math.trunc(value).toString(16), kind);
    case "o":
      return Math.trunc(value).toString(8);
    case "b":
      return Math.trunc(value).toString(2);
    default:
      return String(value);
  }
}

function cased(text: string, kind: string): string {
  return kind === kind.toUpperCase() ? text.toUpperCase() : text;
}
