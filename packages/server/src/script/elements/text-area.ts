import type { Height } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import { checkTextField, type TextFieldOptions } from "./text-field.ts";
import type { AnyChange, WidgetOptions } from "./widget-options.ts";

/** Default width "stretch". */
export interface TextAreaOptions<Value extends string | null = string> extends WidgetOptions<Value>, TextFieldOptions<Value> {
  /** Of the field: pixels from 68 on, "content" (it grows with its text) or "stretch" (it fills its container). Default: four lines. */
  readonly height?: Height | undefined;
}

/** Two lines and their surroundings. */
const LEAST_HEIGHT = 68;

/**
 * Shows a field for text of several lines and returns the text. It is sent on Ctrl+Enter and when the field is left. The label is
 * inline markdown.
 * @throws BadOptionError for options that make no sense, such as a `value` longer than `maxChars`.
 * @example
 * const remarks = st.textArea("Remarks", { maxChars: 500, height: "content" });
 */
export function textArea(
  this: Container,
  label: string,
  options: TextAreaOptions<string | null> & { readonly value: null } & LastingOptions,
): string | null;
export function textArea(this: Container, label: string, options?: TextAreaOptions & LastingOptions): string;
export function textArea(this: Container, label: string, options: TextAreaOptions<string | null> & LastingOptions): string | null;
export function textArea(
  this: Container,
  label: string,
  options: AnyChange<TextAreaOptions<string | null>> & LastingOptions = {},
): string | null {
  const site = takeCallSite("textArea", label, options);
  const call = "st.textArea";
  checkWidget(call, label, options);
  checkTextField(call, options);
  const { value = "", height, maxChars, minLength, placeholder, key, help, onChange, disabled, labelVisibility, width } = options;
  if (typeof height === "number" && height < LEAST_HEIGHT) {
    throw badOption(call, "height", `at least ${LEAST_HEIGHT} pixels, "content" or "stretch"`, height);
  }
  const props = {
    label,
    value,
    nullable: options.value === null || undefined,
    height,
    maxChars,
    minLength,
    placeholder,
    help,
    disabled,
    labelVisibility,
    width,
    icons: iconsIn(label, help),
  };
  return this.widget("textArea", props, { call, site, label, key, onChange, field: options, lasting: options });
}
