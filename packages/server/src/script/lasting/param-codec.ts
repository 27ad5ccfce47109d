import type { ElementType, WidgetType } from "@rivulet/protocol";

/** How a widget's wire values stand in a query: as the texts of one parameter. */
interface ParamCodec {
  readonly encode: (value: unknown) => readonly string[];
  /** Undefined for texts that are no value; the widget's own parser still has to take what this returns. */
  readonly decode: (texts: readonly string[], props: LimitProps) => unknown;
}

/** The props that say which values there are. */
interface LimitProps {
  readonly value: unknown;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly pages?: number | undefined;
}

/** One text alone, as `read` understands it. */
const one =
  (read: (text: string, props: LimitProps) => unknown): ParamCodec["decode"] =>
  (texts, props) =>
    texts.length === 1 ? read(texts[0] as string, props) : undefined;

/** As many texts as the initial value has parts. */
const each =
  (read: (text: string, props: LimitProps) => unknown): ParamCodec["decode"] =>
  (texts, props) => {
    if (!isRange(props)) return texts.length === 1 ? read(texts[0] as string, props) : undefined;
    const values = texts.map((text) => read(text, props));
    return values.includes(undefined) ? undefined : values;
  };

/** An empty text is "nothing chosen", where that is possible. */
const clearable =
  (decode: ParamCodec["decode"]): ParamCodec["decode"] =>
  (texts, props) =>
    isEmpty(texts) ? null : decode(texts, props);

const many = { encode: (value: unknown) => ((value as readonly string[]).length === 0 ? [""] : (value as readonly string[])) };
/** None, one text or several: null is an empty one. */
const encode = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [value === null ? "" : String(value as string | number | boolean)];

const flag: ParamCodec = {
  encode,
  decode: one((text) => (/^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : undefined)),
};
const text: ParamCodec = { encode, decode: one((given, { value }) => (given === "" && value === null ? null : given)) };
const option: ParamCodec = { encode, decode: clearable(one((given) => given)) };
const options: ParamCodec = { encode: many.encode, decode: (texts) => (isEmpty(texts) ? [] : texts) };
const iso: ParamCodec = { encode, decode: clearable(one(within)) };

/** By element: widgets that are not here cannot be bound to the query. */
const CODECS: Partial<Record<ElementType, ParamCodec>> = {
  checkbox: flag,
  colorPicker: { encode, decode: one((given) => given.toLowerCase()) },
  dateInput: {
    encode,
    decode: clearable((texts, props) => (texts.length === 1 ? one(within)(texts, props) : texts.map((text) => within(text, props)))),
  },
  datetimeInput: iso,
  feedback: { encode, decode: clearable(one(number)) },
  multiselect: options,
  numberInput: { encode, decode: clearable(one(number)) },
  pagination: { encode, decode: one(number) },
  pills: { encode: encodeButtons, decode: (texts, props) => (Array.isArray(props.value) ? options : option).decode(texts, props) },
  radio: option,
  segmentedControl: {
    encode: encodeButtons,
    decode: (texts, props) => (Array.isArray(props.value) ? options : option).decode(texts, props),
  },
  selectSlider: { encode, decode: each((given) => given) },
  selectbox: option,
  slider: { encode, decode: each((given, props) => (typeof props.min === "number" ? number(given, props) : within(given, props))) },
  textArea: text,
  textInput: text,
  timeInput: iso,
  toggle: flag,
} satisfies Partial<Record<WidgetType, ParamCodec>>;

/** True if values of this widget can stand in a query. */
export function canStandInQuery(type: ElementType): boolean {
  return CODECS[type] !== undefined;
}

/** The texts by which a wire value stands in a query. */
export function toParam(type: ElementType, value: unknown): readonly string[] {
  return CODECS[type]?.encode(value) ?? [];
}

/** The wire value that the texts of a parameter mean, cut to the widget's limits; undefined if none. It is as untrusted as the texts. */
export function fromParam(type: ElementType, texts: readonly string[], props: object): unknown {
  return CODECS[type]?.decode(texts, props as LimitProps);
}

function encodeButtons(value: unknown): readonly string[] {
  return Array.isArray(value) ? many.encode(value) : encode(value);
}

function isEmpty(texts: readonly string[]): boolean {
  return texts.length === 1 && texts[0] === "";
}

function isRange({ value }: LimitProps): boolean {
  return Array.isArray(value);
}

function number(text: string, { min, max, pages }: LimitProps): unknown {
  // `Number` takes "0x10", " 1 " and "" too.
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  if (pages !== undefined) return clamp(Number(text), 1, pages);
  return clamp(Number(text), min as number | undefined, max as number | undefined);
}

function within(text: string, { min, max }: LimitProps): string {
  // ISO texts of one kind sort as what they mean.
  return clamp(text, min as string | undefined, max as string | undefined);
}

function clamp<T extends number | string>(value: T, min: T | undefined, max: T | undefined): T {
  if (min !== undefined && value < min) return min;
  return max !== undefined && value > max ? max : value;
}
