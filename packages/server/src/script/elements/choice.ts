import { optionIdAt, optionIds, optionIndex, show } from "@rivulet/protocol";
import { isDeepStrictEqual } from "node:util";
import { badOption, RivuletError } from "../../errors.ts";
import { dateText, ownText } from "./value-text.ts";

/** What all choices can be told of their options. */
export interface ChoiceOptions<T> {
  /** Gives an option's label. Default: the option itself, as text. */
  readonly format?: ((option: T) => string) | undefined;
}

/** The options that a widget offers. Browsers name them by ids made of labels; pages get their own options back. */
export class Choice<T> {
  readonly options: readonly T[];
  readonly labels: readonly string[];
  readonly #call: string;
  readonly #format: ((option: T) => string) | undefined;

  constructor(call: string, options: Iterable<T>, format: ((option: T) => string) | undefined) {
    if (typeof options !== "object" || options === null || !(Symbol.iterator in options))
      throw badOption(call, "options", "a list of options", options);
    if (format !== undefined && typeof format !== "function")
      throw badOption(call, "format", "a function that gives an option's label", format);
    this.#call = call;
    this.#format = format;
    this.options = Array.isArray(options) ? (options as readonly T[]) : [...options];
    this.labels = format === undefined && isStrings(this.options) ? this.options : this.options.map((option, i) => this.#label(option, i));
  }

  /**
   * The id of an option of the page's; undefined if it is none. Equal objects count as the same: session state holds copies.
   * With `accepts` a text that is no option is its own id.
   */
  idOf(value: unknown, accepts = false): string | undefined {
    let index = this.options.indexOf(value as T);
    if (index < 0 && typeof value === "object" && value !== null) index = this.#indexOfEqual(value as T);
    if (index >= 0) return optionIdAt(this.labels, index);
    return accepts && typeof value === "string" ? value : undefined;
  }

  /** The id of an option that session state holds under `key`; throws if it is none. */
  idIn(key: string | undefined, value: unknown, accepts = false): string {
    const id = this.idOf(value, accepts);
    if (id === undefined) throw this.notIn(key, value);
    return id;
  }

  /** The option that an id names; with `accepts` an id that names none is a text of the user's. */
  valueOf(id: string, accepts: boolean): T | string | undefined {
    const index = optionIndex(this.labels, id);
    return index < 0 && accepts ? id : this.options[index];
  }

  /** The same for many ids, without searching all options for each. */
  valuesOf(ids: readonly string[], accepts: boolean): (T | string | undefined)[] {
    if (ids.length < 16) return ids.map((id) => this.valueOf(id, accepts));
    const places = new Map(optionIds(this.labels).map((id, i) => [id, i]));
    return ids.map((id) => {
      const index = places.get(id);
      return index === undefined ? (accepts ? id : undefined) : this.options[index];
    });
  }

  has(id: string): boolean {
    return this.indexOf(id) >= 0;
  }

  /** The place of the option that an id names, or -1. */
  indexOf(id: string): number {
    return optionIndex(this.labels, id);
  }

  /** What to throw when session state holds something that is no option. */
  notIn(key: string | undefined, value: unknown): RivuletError {
    return new RivuletError("RIVULET_WIDGET_STATE", {
      key: key ?? "",
      problem: `holds ${show(value)}, which is none of the options of ${this.#call}.`,
    });
  }

  #indexOfEqual(value: T): number {
    const label = this.#tryLabel(value);
    if (label === undefined) return -1;
    for (let i = this.labels.indexOf(label); i >= 0; i = this.labels.indexOf(label, i + 1))
      if (isDeepStrictEqual(this.options[i], value)) return i;
    return -1;
  }

  /** Undefined for what the page's own function was not made for. */
  #tryLabel(value: T): string | undefined {
    try {
      return this.#label(value, 0);
    } catch {
      return undefined;
    }
  }

  #label(option: T, index: number): string {
    const label: unknown = this.#format ? this.#format(option) : option;
    if (typeof label === "string") return label;
    if (typeof label === "number" || typeof label === "bigint" || typeof label === "boolean" || label === null) return String(label);
    if (label instanceof Date) return dateText(label);
    const text = this.#format === undefined && typeof label === "object" && !Array.isArray(label) ? ownText(label) : undefined;
    if (text !== undefined) return text;
    if (this.#format) throw badOption(this.#call, "format", `a function that gives a string (for option ${index})`, label);
    throw badOption(this.#call, "format", "given when options are objects: a function that gives an option's label", undefined);
  }
}

function isStrings(options: readonly unknown[]): options is readonly string[] {
  for (const option of options) if (typeof option !== "string") return false;
  return true;
}

/** The id of what a choice of one starts with: the first option unless the page names another, or none (null). */
export function initialId<T>(call: string, choice: Choice<T>, value: unknown, accepts: boolean): string | null {
  if (value === null) return null;
  if (value === undefined && choice.options.length === 0)
    throw badOption(call, "options", "at least one option (or give `value: null`)", []);
  const id = choice.idOf(value === undefined ? choice.options[0] : value, accepts);
  if (id === undefined) throw badOption(call, "value", "one of the options, or null", value);
  return id;
}

/** The ids of what a choice of many starts with: none unless the page names some. */
// oxlint-disable-next-line max-params -- values and what they must be
export function initialIds<T>(
  call: string,
  choice: Choice<T>,
  given: unknown,
  maxSelections: number | undefined,
  accepts: boolean,
): readonly string[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw badOption(call, "value", "a list of options", given);
  const ids = given.map((one, i) => {
    const id = choice.idOf(one, accepts);
    if (id === undefined) throw badOption(call, `value[${i}]`, "one of the options", one);
    return id;
  });
  if (new Set(ids).size !== ids.length) throw badOption(call, "value", "a list without repetitions", given);
  if (maxSelections !== undefined && ids.length > maxSelections)
    throw badOption(call, "value", `at most ${maxSelections} options (maxSelections)`, given);
  return ids;
}
