import type { Navigation, PageConfig } from "@rivulet/protocol";
import { isDeepStrictEqual } from "node:util";
import { RivuletError } from "../../errors.ts";
import { addressOf, fileRoutes, findRoute, matchPath, type AppPages, type FileRoute, type RouteParams } from "../../thread/page-routes.ts";
import { showConfig } from "../page-config.ts";
import type { PageFunction, PageLoader } from "../loader/page-loader.ts";
import { places, type Place, type ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { TreeBlock } from "../session-tree.ts";
import { navigationOf, type PageEntry } from "./entries.ts";
import { badRun, type Page } from "./page.ts";
import { showNotFound } from "./not-found.ts";

/** Where a loader knows of no pages, what it loads is the app. */
const ONE_PAGE: AppPages = { ids: [""], navigates: true };

/** The page that a run of the app has come to. */
export interface CurrentPage {
  /** Undefined: there is no page at this address. */
  readonly entry: PageEntry | undefined;
  readonly params: RouteParams;
}

/** What the files of an app say is at a path. */
interface Found {
  readonly app: AppPages;
  readonly path: string;
  /** Of the file to load; undefined if there is none. */
  readonly id: string | undefined;
  readonly current: CurrentPage | undefined;
}

/** The pages of a session's app: which there are, which one is shown, and what the browser was told of them. */
export class SessionPages {
  readonly #session: ScriptSession;
  readonly #loader: PageLoader;
  /** As `st.navigation` had them last, or as the files say. */
  #entries: readonly PageEntry[] = [];
  /** The files that are pages by themselves: the app has several, and does not call `st.navigation`. */
  #files: readonly FileRoute[] | undefined;
  /** As of the last run: the next one is mostly at the same place. */
  #found: Found | undefined;
  #current: CurrentPage | undefined;
  /** The address whose page ran last. */
  #path: string | undefined;
  /** Where the page is in the frame around it. */
  #block: TreeBlock | undefined;
  /** The run that called `st.navigation` last, and the page that it was given. */
  #navigated: { readonly run: number; readonly page: Page } | undefined;
  #shownIn = 0;
  /** What the browser was told. */
  navigation: Navigation | undefined;
  /** What the page's declaration says of it; `st.setPageConfig` says more. */
  facts: Pick<PageConfig, "title" | "icon"> = {};

  constructor(session: ScriptSession, loader: PageLoader) {
    this.#session = session;
    this.#loader = loader;
  }

  /** The paths of all pages. */
  get paths(): readonly string[] {
    return this.#entries.map(({ path }) => path);
  }

  /** The parameters of the page that is shown. */
  get params(): RouteParams {
    return this.#current?.params ?? {};
  }

  /** The path of the page that is shown, with its parameters' names. */
  get path(): string | undefined {
    return this.#current?.entry?.path;
  }

  /** The path of a page of this app; of any page while nothing is known. */
  pathOf(page: Page): string | undefined {
    if (this.#entries.length === 0) return page.default ? "/" : page.path;
    const known = this.#entries.find((entry) => entry.page === page) ?? this.#entries.find((entry) => entry.page?.path === page.path);
    return known?.path;
  }

  /** The path of the page in a file. */
  pathOfFile(id: string): string | undefined {
    return this.#entries.find((entry) => entry.id === id)?.path;
  }

  /** What is known of a target: of a page itself, or of the one at its address. */
  entryAt(target: unknown, address: string): PageEntry | undefined {
    return this.#entries.find(({ page }) => page !== undefined && page === target) ?? findRoute(this.#entries, address)?.route;
  }

  /** Whether a page is at an address; true while nothing is known. */
  isThere(address: string): boolean {
    return this.#entries.length === 0 || this.#entries.some(({ path }) => matchPath(path, address) !== undefined);
  }

  /** The page whose widgets are those of a context: they go with it. Undefined for what all pages have in common. */
  scopeOf(ctx: ScriptRunContext): string | undefined {
    return this.#files !== undefined || ctx.inPage ? this.#path : undefined;
  }

  /** Loads what is to run where the session is. */
  async load(): Promise<{ readonly id: string; readonly page: PageFunction }> {
    const app = (await this.#loader.pages?.()) ?? ONE_PAGE;
    const { path } = this.#session.place;
    if (this.#found?.app !== app || this.#found.path !== path) this.#found = this.#find(app, path);
    const { id, current } = this.#found;
    if (!app.navigates) this.#current = current;
    if (id === undefined) return { id: app.ids[0] ?? "", page: async () => showNotFound(path) };
    return { id, page: await this.#loader.load(id) };
  }

  #find(app: AppPages, path: string): Found {
    const { ids, navigates } = app;
    const [entry = ""] = ids;
    const routes = fileRoutes(ids);
    this.#files = navigates || ids.length < 2 ? undefined : routes;
    if (navigates) return { app, path, id: entry, current: undefined };
    if (this.#files !== undefined) {
      this.#entries = this.#files.map((file) => ({ ...file, visible: !file.path.includes("[") && isOwn(file.id, entry) }));
    }
    const found = findRoute(routes, path);
    const current = { entry: this.#entries.find((known) => known.path === found?.route.path), params: found?.params ?? {} };
    return { app, path, id: found?.route.id, current };
  }

  /** A run of the page begins, where the session is now. Another address is another page: what was shown of the last one goes. */
  begin(): void {
    const { tree, widgets, place, dialog } = this.#session;
    const { path } = place;
    const switched = this.#path !== undefined && this.#path !== path;
    this.#path = path;
    if (this.#files === undefined) this.#current = undefined;
    widgets.leavePage(path);
    if (switched) {
      dialog?.shut();
      this.#session.ownConfig = {};
      if (this.#files !== undefined) for (const name of ["main", "sidebar", "bottom"] as const) tree.clear(tree.roots[name]);
    }
    if (this.#files !== undefined) this.#announce({ position: "sidebar" });
  }

  /** The pages of this run, as `st.navigation` has them; returns the one at the session's address. */
  navigate(ctx: ScriptRunContext, entries: readonly PageEntry[], how: Pick<Navigation, "position" | "expanded">, notFound: Page): Page {
    if (this.#navigated?.run === ctx.run)
      throw new RivuletError("RIVULET_BAD_PLACE", {
        call: "st.navigation",
        problem: "was called twice in one run. Call it once, in the entry, with all pages.",
      });
    this.#entries = entries;
    const found = findRoute(
      entries.filter(({ url }) => url === undefined),
      this.#session.place.path,
    );
    this.#current = { entry: found?.route, params: found?.params ?? {} };
    const page = found?.route.page ?? notFound;
    this.#navigated = { run: ctx.run, page };
    this.#announce(how);
    return page;
  }

  /** Shows the page of `st.navigation` in a block of its own at `place`. */
  async run(page: Page, { ctx, block: around }: Place): Promise<void> {
    if (ctx.fragment !== undefined) throw badRun("was called in a fragment or dialog. Call it in the entry's own course.");
    if (ctx.inCallbacks) throw badRun("was called in a callback. Call it in the entry's own course.");
    if (this.#navigated?.run !== ctx.run) throw badRun("was called before st.navigation. Run the page that st.navigation returns.");
    const current = this.#navigated.page;
    if (page !== current)
      throw badRun(
        `was called for the page ${JSON.stringify(page.title)}. Run the page that st.navigation returns: ${JSON.stringify(current.title)}.`,
      );
    if (this.#shownIn === ctx.run) throw badRun("was called twice in one run. The page is there already.");
    this.#shownIn = ctx.run;
    const { tree, output, place } = this.#session;
    const block = tree.claim(around, "container", { key: undefined, site: `page ${place.path}`, label: "" }) as TreeBlock;
    tree.update(block, {});
    if (this.#block !== block) {
      if (this.#block !== undefined) tree.clear(this.#block);
      this.#block = block;
    }
    output.emitted();
    ctx.root.pageRuns = true;
    try {
      await places.run({ ctx, block }, () => this.#bodyOf(page));
    } finally {
      ctx.root.pageRuns = false;
    }
  }

  async #bodyOf({ source }: Page): Promise<unknown> {
    if (source.type === "body") return source.body(this.params as never);
    // An address elsewhere is never the current page.
    return source.type === "file" ? (await this.#loader.load(source.id))() : undefined;
  }

  /** A run of the page has come to its end: without `st.navigation` there is none. */
  finished(run: number): void {
    if (this.#files !== undefined || this.navigation === undefined || this.#navigated?.run === run) return;
    this.#entries = [];
    this.#tell(undefined);
  }

  /** Tells the browser which pages there are and which one is shown. */
  #announce(how: Pick<Navigation, "position" | "expanded">): void {
    const { entry } = this.#current ?? {};
    this.facts = entry === undefined ? {} : { title: entry.title, icon: entry.icon };
    showConfig(this.#session);
    const current = entry && addressOf(entry.path, this.params);
    const navigation = navigationOf(this.#entries, how, current);
    if (!isDeepStrictEqual(navigation, this.navigation)) this.#tell(navigation);
  }

  #tell(navigation: Navigation | undefined): void {
    this.navigation = navigation;
    this.#session.output.add({ type: "navigation", navigation });
  }

  /** Lets go of what a page was: the session is over. */
  release(): void {
    this.#entries = [];
    this.#navigated = this.#block = undefined;
  }
}

/** Whether a file is a page by itself: one that only a literal names is shown by whoever names it. */
function isOwn(id: string, entry: string): boolean {
  return id === entry || id.startsWith("pages/");
}
