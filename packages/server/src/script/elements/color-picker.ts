import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import type { WidgetOptions } from "./widget-options.ts";

/** Default width "content". */
export interface ColorPickerOptions extends WidgetOptions<string> {
  /** The initial colour: "#rrggbb", or "#rgb" for short. Default "#000000". */
  readonly value?: string | undefined;
}

const SHORT = /^#([\da-f])([\da-f])([\da-f])$/i;
const LONG = /^#[\da-f]{6}$/i;

/**
 * Shows a swatch that opens the system's colour chooser, with a field for the hex code, and returns the colour as "#rrggbb" in lower case.
 * @throws BadOptionError if the value is no colour in hex.
 * @example
 * const hull = st.colorPicker("Hull", { value: "#b01c34" });
 */
export function colorPicker(this: Container, label: string, options: ColorPickerOptions & LastingOptions = {}): string {
  const site = takeCallSite("colorPicker", label, options);
  const call = "st.colorPicker";
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width = "content", value: given = "#000000" } = options;
  const value = hex(call, given);
  const props = { label, value, help, disabled, labelVisibility, width, icons: iconsIn(label, help) };
  return this.widget("colorPicker", props, { call, site, label, key, onChange, field: options, lasting: options });
}

function hex(call: string, value: unknown): string {
  const text = typeof value === "string" ? value.replace(SHORT, "#$1$1$2$2$3$3") : "";
  if (!LONG.test(text)) throw badOption(call, "value", 'a colour such as "#4f46e5"', value);
  return text.toLowerCase();
}
