import { textPattern, type TextInputKind } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { liveDelay } from "./field-options.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkDeferrable, checkOptionalText } from "./option-checks.ts";
import { checkTextField, type TextFieldOptions } from "./text-field.ts";
import type { AnyChange, DeferrableOptions } from "./widget-options.ts";

/** Default width "stretch". */
export interface TextInputOptions<Value extends string | null = string> extends DeferrableOptions<Value>, TextFieldOptions<Value> {
  /**
   * What it is for: the browser then brings the right keyboard and completion, and "email", "url" and "phone" take only what may be
   * one. Default "default".
   */
  readonly type?: TextInputKind | undefined;
  /** What browsers may fill in, as in HTML: "name", "one-time-code", "off". Default: what the type is for. */
  readonly autocomplete?: string | undefined;
  /** One emoji or `:material/name:`, shown before the text. Default: the type's. */
  readonly icon?: string | undefined;
  /**
   * What the whole text must match, alone or with what to say if it does not; in place of the type's own check. The browser checks
   * before it sends, the server when it receives. An empty text is always taken.
   */
  readonly validate?: RegExp | string | readonly [pattern: RegExp | string, message: string] | undefined;
  /**
   * True: send while typing, 250 ms after the last key; or after so many milliseconds (0 to 60,000). Default: on Enter and when the
   * field is left. In the body of a form it runs that body again, without a submit.
   */
  readonly live?: boolean | number | undefined;
}

/** Secrets are not kept where others may read them. */
type LastingText = LastingOptions &
  ({ readonly type?: Exclude<TextInputKind, "password"> | undefined } | { readonly type: "password"; readonly bind?: undefined });

const KINDS: readonly TextInputKind[] = ["default", "password", "email", "url", "phone", "search"];

/**
 * Shows a field for one line of text and returns the text; line breaks that the page puts into it become spaces (`st.textArea` keeps
 * them). The label is inline markdown.
 * @throws BadOptionError for options that make no sense, such as a `value` longer than `maxChars`.
 * @example
 * const name = st.textInput("Name", { placeholder: "Ada Lovelace" });
 */
export function textInput(
  this: Container,
  label: string,
  options: TextInputOptions<string | null> & { readonly value: null } & LastingText,
): string | null;
export function textInput(this: Container, label: string, options?: TextInputOptions & LastingText): string;
export function textInput(this: Container, label: string, options: TextInputOptions<string | null> & LastingText): string | null;
export function textInput(
  this: Container,
  label: string,
  options: AnyChange<TextInputOptions<string | null>> & LastingOptions = {},
): string | null {
  const site = takeCallSite("textInput", label, options);
  const call = "st.textInput";
  const { onChange, deferred } = checkDeferrable(call, label, options);
  checkTextField(call, options);
  const {
    value = "",
    key,
    help,
    disabled,
    labelVisibility,
    width,
    type = "default",
    maxChars,
    minLength,
    placeholder,
    autocomplete,
    icon,
  } = options;
  checkChoice(call, "type", type, KINDS);
  checkOptionalText(call, "autocomplete", autocomplete);
  checkIcon(call, icon);
  const props = {
    label,
    value: oneLine(value),
    nullable: options.value === null || undefined,
    deferred,
    kind: type,
    maxChars,
    minLength,
    placeholder,
    autocomplete,
    icon,
    validate: options.validate === undefined ? undefined : pattern(call, options.validate),
    live: options.live === undefined ? undefined : liveDelay(call, "textInput", options.live),
    help,
    disabled,
    labelVisibility,
    width,
    icons: iconsIn(label, help, icon),
  };
  return this.widget("textInput", props, { call, site, label, key, onChange, field: options, lasting: options, encode: oneLine });
}

/** What a browser shows in one line, so that the page and its user see the same text. */
function oneLine<Value>(text: Value): Value {
  return typeof text === "string" && /[\r\n]/.test(text) ? (text.replaceAll(/[\r\n]+/g, " ") as Value) : text;
}

function pattern(call: string, validate: unknown): readonly [string, string?] {
  const [given, message] = Array.isArray(validate) ? (validate as readonly unknown[]) : [validate];
  const source = sourceOf(given);
  if (source === undefined || (message !== undefined && typeof message !== "string")) {
    throw badOption(
      call,
      "validate",
      "a regular expression without flags, or one and a message",
      given instanceof RegExp ? String(given) : validate,
    );
  }
  return message === undefined ? [source] : [source, message];
}

/** The source of a regular expression that works without flags: flags do not travel. */
function sourceOf(pattern: unknown): string | undefined {
  const source = pattern instanceof RegExp && /^[uvgdy]*$/.test(pattern.flags) ? pattern.source : pattern;
  return typeof source === "string" && textPattern(source) !== undefined ? source : undefined;
}
