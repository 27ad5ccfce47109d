import type { Navigation } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";
import { currentPlace } from "../script-run-context.ts";
import type { PageEntry } from "./entries.ts";
import { showNotFound } from "./not-found.ts";
import { Page } from "./page.ts";

export interface NavigationOptions {
  /** Where the pages are listed; in a narrow window always in the sidebar. "hidden": nowhere. Default "sidebar". */
  readonly position?: Navigation["position"] | undefined;
  /** How many pages the sidebar lists before a button shows the others; true: all; false: 10. Default false. */
  readonly expanded?: boolean | number | undefined;
  /** Shown at an address that no page has. Default: a short text with a link to the default page. */
  readonly notFound?: (() => unknown) | undefined;
}

/** A page, or a function with a name that is one by itself. */
export type NavigationItem = Page | (() => unknown);

const CALL = "st.navigation";

/**
 * Says which pages the app has, shows them as links, and returns the page at the address of the browser. Its `run()` shows it; what
 * the entry writes around that is a frame that all pages have in common. Call it once in each run. The first page is at "/", unless
 * another one is the default.
 * @param pages A list of pages, or such lists by the heading of their section.
 * @throws DuplicatePageError for two pages with one path or two defaults; BadPlaceError for a second call in one run and in fragments.
 * @example
 * const page = st.navigation({ Work: [st.page("./orders.ts")], Account: [st.page("./profile.ts", { icon: "👤" })] });
 * st.caption("A line on all pages");
 * await page.run();
 */
export function navigation(
  pages: readonly NavigationItem[] | Readonly<Record<string, readonly NavigationItem[]>>,
  options: NavigationOptions = {},
): Page {
  const { ctx } = currentPlace(CALL);
  ctx.check(CALL);
  if (ctx.fragment !== undefined || ctx.inCallbacks || ctx.inPage)
    throw new RivuletError("RIVULET_BAD_PLACE", {
      call: CALL,
      problem: "was called in a page of another navigation, a fragment, a dialog or a callback. Call it in the entry's own course.",
    });
  const { position = "sidebar", expanded, notFound } = options;
  if (!["sidebar", "top", "hidden"].includes(position)) throw badOption(CALL, "position", '"sidebar", "top" or "hidden"', position);
  if (expanded !== undefined && typeof expanded !== "boolean" && !(Number.isInteger(expanded) && expanded >= 0))
    throw badOption(CALL, "expanded", "true, false or a number of pages", expanded);
  if (notFound !== undefined && typeof notFound !== "function") throw badOption(CALL, "notFound", "a function", notFound);
  const entries = entriesOf(pages);
  const path = ctx.session.place.path;
  const missing = new Page({ type: "body", body: notFound ?? (() => showNotFound(path)) }, { title: "Page not found" });
  return ctx.session.pages.navigate(ctx, entries, { position, expanded: expanded === false ? undefined : expanded }, missing);
}

function entriesOf(given: Parameters<typeof navigation>[0]): readonly PageEntry[] {
  if (typeof given !== "object" || given === null) throw badOption(CALL, "pages", "a list of pages, or lists by section", given);
  const sections: readonly (readonly [string, readonly NavigationItem[]])[] = Array.isArray(given)
    ? [["", given as readonly NavigationItem[]]]
    : Object.entries(given as Readonly<Record<string, readonly NavigationItem[]>>);
  const listed = sections.flatMap(([section, items]) => {
    if (!Array.isArray(items)) throw badOption(CALL, `pages.${section}`, "a list of pages", items);
    return items.map((item, i) => ({ section, page: pageOf(item, `${section === "" ? "pages" : `pages.${section}`}[${i}]`) }));
  });
  const own = listed.filter(({ page }) => page.source.type !== "url");
  if (own.length === 0) throw badOption(CALL, "pages", "at least one page of the app", given);
  const [first, second] = own.filter(({ page }) => page.default);
  if (first !== undefined && second !== undefined)
    throw duplicate(first.page, second.page, "are both the default page. Leave `default` out of one of them");
  const home = first ?? own.find(({ page }) => !page.path.includes("[")) ?? own[0];
  const entries = listed.map(({ section, page }): PageEntry => {
    const { title, icon, source, visibility } = page;
    const path = page === home?.page && !page.path.includes("[") ? "/" : page.path;
    const at = { path, title, icon, section, visible: visibility === "visible", page };
    if (source.type === "url") return { ...at, url: source.url };
    return source.type === "file" ? { ...at, id: source.id } : at;
  });
  const byPath = new Map<string, Page>();
  for (const { path, page, url } of entries) {
    if (url !== undefined || page === undefined) continue;
    // What a parameter is called makes no other address.
    const shape = path.replaceAll(/\[\w+\]/g, "[]");
    const before = byPath.get(shape);
    if (before !== undefined) throw duplicate(before, page, `are both at ${path}. Give one of them another \`path\``);
    byPath.set(shape, page);
  }
  return entries;
}

function pageOf(item: unknown, where: string): Page {
  if (item instanceof Page) return item;
  if (typeof item === "function") return new Page({ type: "body", body: item as () => unknown }, {});
  throw badOption(CALL, where, "a page: write st.page(...)", item);
}

function duplicate(first: Page, second: Page, problem: string): RivuletError {
  return new RivuletError("RIVULET_DUPLICATE_PAGE", { first: JSON.stringify(first.title), second: JSON.stringify(second.title), problem });
}
