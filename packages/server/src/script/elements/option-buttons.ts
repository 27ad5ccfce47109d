import { badOption } from "../../errors.ts";
import type { CallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { Choice, initialId, initialIds, type ChoiceOptions } from "./choice.ts";
import { iconsInAll } from "./icon/icons-in.ts";
import { checkChoice, checkFlag, checkWidget } from "./option-checks.ts";
import type { AnyChange, WidgetOptions } from "./widget-options.ts";

/** What pills and segmented controls have. Default width "content". */
interface OptionButtonsLook<T> extends ChoiceOptions<T> {
  /** False: the buttons stay in one line, which scrolls. Default true. */
  readonly wrap?: boolean | undefined;
}

/** Options of pills and segmented controls of which at most one is chosen. */
export interface OptionButtonsOptions<T> extends WidgetOptions<T | null>, OptionButtonsLook<T> {
  /** "single": at most one option is chosen; "multi": any number. Default "single". */
  readonly selectionMode?: "single" | undefined;
  /** The option chosen at first. Default: none. */
  readonly value?: NoInfer<T> | null | undefined;
  /** True: once an option is chosen, one always is; pressing it again does not release it. Default false. */
  readonly required?: boolean | undefined;
}

/** Options of pills and segmented controls of which exactly one is chosen. */
export interface RequiredOptionButtonsOptions<T> extends WidgetOptions<T>, OptionButtonsLook<T> {
  readonly selectionMode?: "single" | undefined;
  /** The option chosen at first. */
  readonly value: NoInfer<T>;
  readonly required: true;
}

/** Options of pills and segmented controls of which any number is chosen. */
export interface MultiOptionButtonsOptions<T> extends WidgetOptions<T[]>, OptionButtonsLook<T> {
  readonly selectionMode: "multi";
  /** The options chosen at first. Default: none. */
  readonly value?: readonly NoInfer<T>[] | undefined;
  /** A choice of many cannot be required. */
  readonly required?: false | undefined;
}

/** What the two functions behind their overloads see. */
export type AnyOptionButtonsOptions<T> = AnyChange<Omit<OptionButtonsOptions<T>, "selectionMode" | "value">> & {
  readonly selectionMode?: "single" | "multi" | undefined;
  readonly value?: T | null | readonly T[] | undefined;
};

interface OptionButtonsCall<T> {
  readonly type: "pills" | "segmentedControl";
  readonly site: CallSite | undefined;
  readonly label: string;
  readonly options: Iterable<T>;
  readonly more: AnyOptionButtonsOptions<T> & LastingOptions;
}

/** Emits pills or a segmented control and returns what is chosen. */
export function optionButtons<T>(into: Container, { type, site, label, options, more }: OptionButtonsCall<T>): T | T[] | null {
  const call = `st.${type}`;
  checkWidget(call, label, more);
  const { key, help, onChange, disabled, labelVisibility, width, format, selectionMode, required, wrap } = more;
  checkChoice(call, "selectionMode", selectionMode, ["single", "multi"]);
  checkFlag(call, "required", required);
  checkFlag(call, "wrap", wrap);
  const multi = selectionMode === "multi";
  if (multi && required) throw badOption(call, "required", 'absent where selectionMode is "multi"', required);
  const choice = new Choice(call, options, format);
  const value = multi ? initialIds(call, choice, more.value, undefined, false) : initialId(call, choice, more.value ?? null, false);
  const icons = iconsInAll([label, help, ...choice.labels]);
  const props = { label, value, options: choice.labels, required, wrap, help, disabled, labelVisibility, width, icons };
  const decode = (ids: string | null | readonly string[]): unknown => {
    if (typeof ids === "string") return choice.valueOf(ids, false);
    return ids === null ? null : choice.valuesOf(ids, false);
  };
  const encode = (given: unknown): string | null | readonly string[] => {
    if (!multi) return given === null ? null : choice.idIn(key, given);
    if (!Array.isArray(given)) throw choice.notIn(key, given);
    return given.map((one) => choice.idIn(key, one));
  };
  const keep = (ids: unknown) => (Array.isArray(ids) ? ids.filter((id: string) => choice.has(id)) : value);
  return decode(
    into.widget(type, props, {
      call,
      site,
      label,
      key,
      onChange,
      field: more,
      lasting: more,
      decode,
      encode,
      keep: multi ? keep : undefined,
    }),
  ) as T | T[] | null;
}
