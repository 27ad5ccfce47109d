import { show, type PagePlace } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";
import { addressOf, paramNames } from "../../thread/page-routes.ts";
import type { ScriptSession } from "../script-session.ts";
import { fileId, Page } from "./page.ts";
import type { NoParams, QueryInput } from "./route-params.ts";

/** What leads to a page: the page, its file relative to the entry, or its address ("/orders/7"). */
export type PageTarget = Page | string;

/** A target that needs no parameters: one that is a text names its file, which may have some, or an address, which has their values. */
export type PlainTarget = Page<NoParams> | string;

/** What goes along to a page. */
export interface TargetOptions<Params extends object = object> {
  /** The query of its address. Default: none. */
  readonly queryParams?: QueryInput | undefined;
  /** Values of its path's parameters. */
  readonly params?: Params | undefined;
}

/** Where a target is. Throws `UnknownPageError` for what is no page of the app. */
export function placeOf(session: ScriptSession, call: string, target: PageTarget, { queryParams, params }: TargetOptions): PagePlace {
  const query = queryOf(call, queryParams);
  const path = pathOf(session, call, target);
  const values = (params ?? {}) as Readonly<Record<string, unknown>>;
  const names = paramNames(path);
  for (const name of names) {
    const value = values[name];
    if (typeof value !== "string" || value === "") throw badOption(call, `params.${name}`, `a text for the path ${path}`, value);
  }
  const extra = Object.keys(values).find((name) => !names.includes(name));
  if (extra !== undefined) throw badOption(call, `params.${extra}`, `left out: the path ${path} has no such part`, values[extra]);
  return { path: typeof target === "string" && target.startsWith("/") ? path : addressOf(path, values as Record<string, string>), query };
}

function pathOf({ pages }: ScriptSession, call: string, target: PageTarget): string {
  if (target instanceof Page) {
    if (target.source.type === "url") throw badOption(call, "page", "a page of the app, not an address elsewhere", target.path);
    return pages.pathOf(target) ?? unknown(call, target.path, pages.paths);
  }
  if (typeof target !== "string" || target === "") throw badOption(call, "page", "a page, its file or its address", target);
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) throw badOption(call, "page", "a page of the app, not an address elsewhere", target);
  if (/[?#]/.test(target)) throw badOption(call, "page", "an address without a query; use the option queryParams", target);
  if (!target.startsWith("/")) return pages.pathOfFile(fileId(target)) ?? unknown(call, target, pages.paths);
  return pages.isThere(target) ? target : unknown(call, target, pages.paths);
}

function unknown(call: string, page: string, known: readonly string[]): never {
  const pages = known.length > 0 ? `There are ${known.join(", ")}.` : "The app has no pages yet: call st.navigation first.";
  throw new RivuletError("RIVULET_UNKNOWN_PAGE", { call, page: show(page), pages });
}

/** A query as an address has it, without the question mark. */
export function queryOf(call: string, params: QueryInput | undefined): string {
  if (params === undefined) return "";
  if (typeof params !== "object" || params === null)
    throw badOption(call, "queryParams", "an object of texts, numbers and lists of them", params);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one !== "string" && typeof one !== "number" && typeof one !== "boolean")
        throw badOption(call, `queryParams.${name}`, "a text, a number, true, false, or a list of them", one);
      query.append(name, String(one));
    }
  }
  return query.toString();
}
