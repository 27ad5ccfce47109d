import { badOption, RivuletError } from "../../errors.ts";
import { currentPlace } from "../script-run-context.ts";
import { RESERVED_PARAMS } from "./lasting-options.ts";
import { MAX_QUERY, type PageQuery } from "./page-query.ts";

/**
 * Names and types of query parameters, by declaration merging: `declare module "rivulet" { interface QueryParams { view?: "list" | "map" } }`.
 * Whoever types an address can put anything there: values are checked by who reads them, or by a widget with `bind: "query-params"`.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- merged by users
export interface QueryParams {}

/** What a parameter can be set to: it becomes text. Undefined takes it away. */
export type ParamValue = string | number | boolean | undefined | readonly (string | number | boolean)[];

interface QueryParamsMethods extends Iterable<[name: string, text: string]> {
  /** The parameter's text, the last one of several; undefined if there is none. */
  get<Name extends keyof QueryParams>(name: Name): QueryParams[Name];
  get(name: string): string | undefined;
  /** All texts of a repeated parameter. */
  getAll(name: string): string[];
  has(name: string): boolean;
  /** Sets a parameter; a list makes it a repeated one. */
  set(name: string, value: ParamValue): void;
  /** Takes a parameter away; true if it was there. */
  delete(name: string): boolean;
  /** Takes all parameters away. */
  clear(): void;
  /** Sets several parameters; others stay. */
  update(params: Readonly<Record<string, ParamValue>>): void;
  /** Sets these parameters and takes all others away. */
  fromObject(params: Readonly<Record<string, ParamValue>>): void;
  /** A plain object: of repeated parameters the last texts. */
  toObject(): Record<string, string>;
  /** The names, each once. */
  keys(): string[];
  /** The texts, of repeated parameters the last. */
  values(): string[];
  entries(): [name: string, text: string][];
  /** As it would stand in an address, without the question mark. */
  toString(): string;
}

/** The query of the page's address: its parameters as properties, and all that can be done with them. */
export type QueryParamsView = QueryParamsMethods & QueryParams & { [name: string]: string | undefined };

const isReserved = (name: string): boolean => RESERVED_PARAMS.includes(name);

function query(use: string): PageQuery {
  const call = `st.queryParams${use}`;
  const { ctx } = currentPlace(call);
  ctx.check(call);
  return ctx.session.query;
}

/** The query, to be written by the running code. */
function writable(): PageQuery {
  return query(".set");
}

function namesIn(params: PageQuery): string[] {
  return params.names.filter((name) => !isReserved(name));
}

function getAll(name: string): string[] {
  return isReserved(name) ? [] : query(".get").getAll(name);
}

function set(name: string, value: unknown): void {
  const params = writable();
  const texts = textsOf(name, value);
  refuseBound(params, name);
  if (isReserved(name)) throw problem(name, "cannot be set: the page's frame uses it.");
  if (!params.set(name, texts)) throw problem(name, `cannot be set: the query would be longer than ${MAX_QUERY} characters.`);
}

function refuseBound(params: PageQuery, name: string): void {
  if (params.isBound(name))
    throw problem(
      name,
      `cannot be set: it is bound to the widget with this key. Set st.sessionState.${name} before the widget, or in a callback.`,
    );
}

function problem(name: string, text: string): RivuletError {
  return new RivuletError("RIVULET_QUERY_PARAM", { name, problem: text });
}

function textsOf(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const one of values)
    if (!["string", "number", "boolean"].includes(typeof one))
      throw badOption("st.queryParams", name, "a string, a number, true or false, or a list of such", one);
  return values.map(String);
}

function update(given: Readonly<Record<string, unknown>>): void {
  if (typeof given !== "object" || given === null)
    throw badOption("st.queryParams.update", "params", "an object of names and values", given);
  for (const [name, value] of Object.entries(given)) set(name, value);
}

function clear(): void {
  const params = writable();
  const names = namesIn(params);
  for (const name of names) refuseBound(params, name);
  for (const name of names) params.set(name, []);
}

const methods: QueryParamsMethods = {
  get: (name: string) => getAll(name).at(-1) as never,
  getAll,
  has: (name) => getAll(name).length > 0,
  set,
  delete: (name) => {
    const was = getAll(name).length > 0;
    if (was) set(name, undefined);
    return was;
  },
  clear,
  update,
  fromObject: (given) => {
    const params = writable();
    for (const name of namesIn(params)) if (!Object.hasOwn(given, name)) set(name, undefined);
    update(given);
  },
  toObject: () => Object.fromEntries(methods.entries()),
  keys: () => namesIn(query(".keys")),
  values: () => methods.entries().map(([, text]) => text),
  entries: () => methods.keys().map((name) => [name, methods.get(name) as string]),
  toString: () =>
    new URLSearchParams(methods.keys().flatMap((name) => getAll(name).map((text): [string, string] => [name, text]))).toString(),
  [Symbol.iterator]: () => methods.entries()[Symbol.iterator](),
};

const isMethod = (name: string): name is Exclude<keyof QueryParamsMethods, symbol> => Object.hasOwn(methods, name);

/** One view for all sessions: it finds the run by AsyncLocalStorage at each access. */
export const queryParams = new Proxy({} as QueryParamsView, {
  get(_, name) {
    if (name === Symbol.iterator) return methods[Symbol.iterator];
    if (typeof name === "symbol") return undefined;
    return isMethod(name) ? methods[name] : methods.get(name);
  },
  set(_, name, value) {
    if (typeof name === "symbol") return false;
    if (isMethod(name)) throw problem(name, `is the name of a method. Write st.queryParams.set("${name}", ...).`);
    set(name, value);
    return true;
  },
  has: (_, name) => typeof name === "string" && (isMethod(name) || methods.has(name)),
  deleteProperty(_, name) {
    if (typeof name === "string") methods.delete(name);
    return true;
  },
  ownKeys: () => methods.keys(),
  getOwnPropertyDescriptor(_, name) {
    if (typeof name === "symbol" || !methods.has(name)) return undefined;
    return { value: methods.get(name), writable: true, enumerable: true, configurable: true };
  },
});
