import { formatNumber, type Height, type LabelVisibility, type NumberFormat, type Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkLabelled, checkNumberFormat, checkOptionalText } from "./option-checks.ts";

export type DeltaColor = "normal" | "inverse" | "off" | "red" | "orange" | "yellow" | "green" | "blue" | "violet" | "gray" | "primary";

export interface MetricOptions {
  /** The change: a number, or a text whose leading "-" means less. Null or "": none. */
  readonly delta?: number | string | null | undefined;
  /** "normal": more is green, less is red; "inverse": the other way round; "off": gray; or a colour. Default "normal". */
  readonly deltaColor?: DeltaColor | undefined;
  /** "auto": by the change's sign; "off": none. Default "auto". */
  readonly deltaArrow?: "auto" | "up" | "down" | "off" | undefined;
  /** Said after the change: "since last week". */
  readonly deltaDescription?: string | undefined;
  /** How numbers are shown, the value and the change: a preset's name or a printf format such as "%.1f km". Default: as they are. */
  readonly format?: NumberFormat | undefined;
  /** Numbers for a small chart below. */
  readonly chartData?: Iterable<number> | undefined;
  /** Default "line". */
  readonly chartType?: "line" | "bar" | "area" | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  readonly labelVisibility?: LabelVisibility | undefined;
  /** Default false. */
  readonly border?: boolean | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
  /** Pixels, "content" (default) or "stretch": as tall as its neighbours. */
  readonly height?: Height | undefined;
}

const COLORS: readonly DeltaColor[] = ["normal", "inverse", "off", "red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"];

/**
 * Shows a big number with a label, how it changed, and its course. Null shows as an em dash.
 * @throws BadOptionError for a value that is no number, string or null, and for options that make no sense.
 * @example
 * st.metric("Wind", 12.4, { delta: -1.2, format: "%.1f m/s", chartData: lastHours });
 */
export function metric(this: Container, label: string, value: number | string | null, options: MetricOptions = {}): ElementHandle {
  const call = "st.metric";
  checkLabelled(call, label, options);
  const {
    delta,
    deltaColor = "normal",
    deltaArrow = "auto",
    deltaDescription,
    format,
    chartType,
    help,
    icon,
    labelVisibility,
    border,
    width,
    height,
  } = options;
  checkNumberFormat(call, format);
  checkChoice(call, "deltaColor", deltaColor, COLORS);
  checkChoice(call, "deltaArrow", deltaArrow, ["auto", "up", "down", "off"]);
  checkChoice(call, "chartType", chartType, ["line", "bar", "area"]);
  checkOptionalText(call, "deltaDescription", deltaDescription);
  checkIcon(call, icon);
  const change = delta === null || delta === "" ? undefined : delta;
  const sign = change === undefined ? 0 : signOf(call, change);
  const props = {
    label,
    value: shown(call, "value", value, format),
    delta: change === undefined ? undefined : shown(call, "delta", change, format),
    deltaDescription,
    deltaColor: change === undefined ? undefined : colorOf(deltaColor, sign),
    deltaArrow: change === undefined ? undefined : arrowOf(deltaArrow, sign),
    icon,
    border,
    width,
    height,
    chartData: options.chartData === undefined ? undefined : course(call, options.chartData),
    chartType,
    help,
    labelVisibility,
    icons: iconsIn(label, help, icon, deltaDescription),
  };
  return this.emit(call, "metric", props);
}

function shown(call: string, option: string, value: unknown, format: NumberFormat | undefined): string {
  if (typeof value === "string") return value;
  if (value === null) return "—";
  if (typeof value !== "number" || Number.isNaN(value)) throw badOption(call, option, "a number, a string or null", value);
  if (format !== undefined) return formatNumber(value, format);
  // Twelve digits are enough to look at: 0.1 + 0.2 is 0.3 then.
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(12)));
}

function signOf(call: string, delta: unknown): -1 | 0 | 1 {
  if (typeof delta === "string") return /^\s*[-\u2212]/.test(delta) ? -1 : 1;
  if (typeof delta !== "number" || Number.isNaN(delta)) throw badOption(call, "delta", "a number, a string or null", delta);
  return delta < 0 ? -1 : delta > 0 ? 1 : 0;
}

function colorOf(color: DeltaColor, sign: -1 | 0 | 1): string {
  if (color === "off") return "gray";
  if (color !== "normal" && color !== "inverse") return color;
  if (sign === 0) return "gray";
  return sign > 0 === (color === "normal") ? "good" : "bad";
}

function arrowOf(arrow: "auto" | "up" | "down" | "off", sign: -1 | 0 | 1): "up" | "down" | "none" {
  if (arrow !== "auto") return arrow === "off" ? "none" : arrow;
  return sign > 0 ? "up" : sign < 0 ? "down" : "none";
}

function course(call: string, data: Iterable<number>): readonly number[] {
  if (typeof data !== "object" || data === null || !(Symbol.iterator in data))
    throw badOption(call, "chartData", "a list of numbers", data);
  const numbers = Array.isArray(data) ? (data as readonly number[]) : [...data];
  const wrong = numbers.findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) throw badOption(call, `chartData[${wrong}]`, "a finite number", numbers[wrong]);
  return numbers;
}
