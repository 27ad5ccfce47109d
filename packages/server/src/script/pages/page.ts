import { badOption, RivuletError } from "../../errors.ts";
import { fileRoute, paramNames, titleOf } from "../../thread/page-routes.ts";
import { checkIcon } from "../elements/icon/icons-in.ts";
import { currentPlace } from "../script-run-context.ts";
import type { NoParams, ParamsOf } from "./route-params.ts";

export interface PageOptions {
  /** What the navigation and the browser's tab call it. Default: the words in the file's or function's name. */
  readonly title?: string | undefined;
  /** One emoji or ":material/name:". */
  readonly icon?: string | undefined;
  /**
   * Where it is below the app's address, such as "/reports/daily". A part in brackets stands for any one part of an address and is a
   * parameter of the page: "/orders/[id]". Default: the file's or function's name, else the title in lower case.
   */
  readonly path?: string | undefined;
  /** Makes it the page at "/". Default: the first page of the navigation is. */
  readonly default?: boolean | undefined;
  /** "hidden": the navigation does not show it; its address and links lead to it all the same. Default "visible". Pages with parameters are hidden. */
  readonly visibility?: "visible" | "hidden" | undefined;
}

/** What a page runs: a file by its id, a function, or nothing: an address elsewhere. */
export type PageSource =
  | { readonly type: "file"; readonly id: string }
  | { readonly type: "body"; readonly body: (params: never) => unknown }
  | { readonly type: "url"; readonly url: string };

const CALL = "st.page";

/** A page of an app, as `st.page` declares it. `st.navigation` returns the one that is to run. */
export class Page<Params extends object = object> {
  readonly title: string;
  readonly icon: string | undefined;
  /** Where it is unless it is the default page; the address of one that is elsewhere. */
  readonly path: string;
  /** Whether it was declared to be the page at "/". */
  readonly default: boolean;
  readonly visibility: "visible" | "hidden";
  /** @internal */
  readonly source: PageSource;
  /** Only there for the compiler: what its links have to bring. */
  declare readonly params?: Params;

  /** @internal */
  constructor(source: PageSource, options: PageOptions) {
    const { title, icon, path, visibility = "visible" } = options;
    checkIcon(CALL, icon);
    if (title !== undefined && (typeof title !== "string" || title === "")) throw badOption(CALL, "title", "a text", title);
    if (visibility !== "visible" && visibility !== "hidden") throw badOption(CALL, "visibility", '"visible" or "hidden"', visibility);
    if (options.default !== undefined && typeof options.default !== "boolean")
      throw badOption(CALL, "default", "true or false", options.default);
    if (path !== undefined && typeof path !== "string") throw badOption(CALL, "path", 'a path such as "/reports/daily"', path);
    const named = namesOf(source, title, path);
    this.source = source;
    this.title = title ?? named.title;
    this.icon = icon ?? named.icon;
    this.path = source.type === "url" ? source.url : checkPath(named.path);
    this.default = options.default === true;
    this.visibility = source.type !== "url" && paramNames(this.path).length > 0 ? "hidden" : visibility;
    if (this.default && (source.type === "url" || this.path.includes("[")))
      throw badOption(CALL, "default", "false for a page that is elsewhere or has parameters", true);
  }

  /**
   * Shows the page here: what the code around this call writes is a frame that all pages have in common. Only for the page that
   * `st.navigation` has returned, once in a run. Resolves when its body and what that has begun are over.
   * @throws BadPlaceError for another page, a second time, and in fragments, dialogs and callbacks.
   */
  run(): Promise<void> {
    const place = currentPlace("page.run");
    place.ctx.check("page.run");
    return place.ctx.track(place.ctx.session.pages.run(this, place));
  }
}

interface Names {
  readonly title: string;
  readonly path: string;
  readonly icon?: string | undefined;
}

function namesOf(source: PageSource, title: string | undefined, path: string | undefined): Names {
  if (source.type === "url") {
    if (title === undefined) throw badOption(CALL, "title", "a text, since an address elsewhere has no name", title);
    return { title, path: "" };
  }
  if (source.type === "file") {
    const route = fileRoute(source.id);
    return { title: route.title, icon: route.icon, path: path ?? route.path };
  }
  const { name } = source.body;
  const last = path?.split("/").findLast((part) => part !== "");
  if (name === "" && title === undefined && last === undefined)
    throw badOption(CALL, "title", "a text, since a function without a name says none", title);
  return {
    title: titleOf((name || last || "").replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)),
    path: path ?? `/${name || slugOf(title ?? "")}`,
  };
}

function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return slug || "page";
}

/** First parts of addresses that are the server's own. */
const RESERVED = new Set(["ws", "healthz", "readyz"]);

function checkPath(path: string): string {
  if (typeof path !== "string" || /[?#\\\s]/.test(path)) throw badOption(CALL, "path", 'a path such as "/reports/daily"', path);
  const parts = path.split("/").filter((part) => part !== "");
  const [first] = parts;
  if (first === undefined) throw badOption(CALL, "path", 'a path with a name; write { default: true } for the page at "/"', path);
  if (RESERVED.has(first) || first.startsWith("_rivulet")) throw badOption(CALL, "path", `a path that does not begin with /${first}`, path);
  const names = paramNames(path);
  if (parts.some((part) => part === ".." || part === "." || (/[[\]]/.test(part) && !/^\[\w+\]$/.test(part))))
    throw badOption(CALL, "path", 'a path whose parts are names, or names in brackets ("/orders/[id]")', path);
  if (new Set(names).size < names.length) throw badOption(CALL, "path", "a path that names each parameter once", path);
  return `/${parts.join("/")}`;
}

/**
 * Declares a page: a file, a function (sync or async), or an http(s) address that the navigation shows. Give it to `st.navigation`; also
 * at the top of a module, so that other pages can link to it. A file is written as a string literal, relative to the entry, and is
 * compiled as the entry is. A function is called with the parameters of its path.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const order = st.page(({ id }) => st.title(`Order ${id}`), { path: "/orders/[id]" });
 * const current = st.navigation([st.page("./home.ts"), st.page("./orders.ts", { icon: "📦" }), order]);
 * await current.run();
 */
export function page<const Path extends string>(
  body: (params: ParamsOf<Path>) => unknown,
  options: PageOptions & { readonly path: Path },
): Page<ParamsOf<Path>>;
export function page(body: () => unknown, options?: PageOptions): Page<NoParams>;
export function page<const File extends string, const Path extends string = File>(
  file: File,
  options?: PageOptions & { readonly path?: Path | undefined },
): Page<ParamsOf<Path>>;
export function page(source: string | ((params: never) => unknown), options: PageOptions = {}): Page {
  if (typeof source === "function") return new Page({ type: "body", body: source }, options);
  if (typeof source !== "string" || source === "") throw badOption(CALL, "source", "a file, a function, or an http(s) address", source);
  if (/^https?:\/\//i.test(source)) return new Page({ type: "url", url: source }, options);
  return new Page({ type: "file", id: fileId(source) }, options);
}

/** The id of a page's file, as relative to the entry as it is written. */
export function fileId(file: string): string {
  return file.replace(/^(\.\/)+/, "");
}

/** The page that a run is for is another one, or was shown already. */
export function badRun(problem: string): RivuletError {
  return new RivuletError("RIVULET_BAD_PLACE", { call: "page.run", problem });
}
