import {
  ROOT_IDS,
  type AppTree,
  type ErrorInfo,
  type Navigation,
  type PageEffect,
  type PageFrame,
  type PagePlace,
  type ToastProps,
  type WidgetId,
} from "@rivulet/protocol";
import { RivuletError } from "@rivulet/server/testing";
import type { AppSession } from "./app-session.ts";
import { Scope, type Which } from "./element-handle.ts";
import type { FetchedFile } from "./app-session.ts";
import { openFile, openFunction, openOnServer } from "./open-session.ts";
import { draftFor, takeSendable, type FormDraft, type StagedValues } from "./staged-values.ts";
import { stateView } from "./state-view.ts";
import { storageOf, type KeptStorage, type TestBrowser, type TestStorage } from "./test-browser.ts";
import { timedFragment } from "./timed-fragment.ts";

/** How an `AppTest` runs its page. */
export interface AppTestOptions {
  /** Milliseconds that a run may take. Default 10,000. */
  readonly timeout?: number | undefined;
  /** Session state before the first run. */
  readonly sessionState?: Readonly<Record<string, unknown>> | undefined;
  /** The query of the page's address. */
  readonly queryParams?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** What `st.context` says of the browser and its request. Default: nothing. */
  readonly browser?: TestBrowser | undefined;
  /** What the browser keeps for widgets with `bind: "local"`, `"session"` or `"cookie"`: `{ local: { theme: "dark" } }`. */
  readonly storage?: TestStorage | undefined;
  /**
   * Runs the page in a real server with real workers, over a real socket: slower, and the only way to test what
   * blocks, crashes or depends on threads. Session state cannot be reached then. For files only.
   */
  readonly real?: boolean | undefined;
}

const DEFAULT_TIMEOUT = 10_000;

/**
 * Runs a page without a browser and acts on it as a user would. Setters stage; `run()` sends what is staged and
 * runs the page to its end; what was entered in a form waits, as in a browser, until its submit button was clicked; where it is live, `run()` runs the form's body with it. Everything read afterwards is what a browser would show.
 * @example
 * await using app = await AppTest.fromFile("app.ts");
 * await app.run();
 * app.get("slider", { label: "Age" }).set(42);
 * await app.run();
 * expect(app.texts()).toContain("You are 42.");
 */
export class AppTest extends Scope {
  /** The parts of the page; `get`, `getAll` and `texts` of the test itself search them all, in this order. */
  readonly main: Scope;
  readonly sidebar: Scope;
  readonly bottom: Scope;
  /** Session state as the next run will find it: read it, or set it before a run. */
  readonly sessionState: Record<string, unknown>;
  readonly #session: AppSession;
  readonly #staged: StagedValues;
  readonly #timeout: number;
  /** Drafts of forms as they were sent, by the bodies that they are for. */
  readonly #drafts = new Map<WidgetId, string>();
  #running = false;

  private constructor(session: AppSession, timeout = DEFAULT_TIMEOUT) {
    const page = { view: session.view, staged: new Map() as StagedValues };
    super(page);
    this.#session = session;
    this.#staged = page.staged;
    this.#timeout = timeout;
    this.main = new Scope(page, ROOT_IDS.main);
    this.sidebar = new Scope(page, ROOT_IDS.sidebar);
    this.bottom = new Scope(page, ROOT_IDS.bottom);
    this.sessionState = stateView(session.state);
  }

  /** A test of the page in a file, compiled as `rivulet dev` does. The path is relative to the working directory. Nothing runs yet. */
  static async fromFile(path: string | URL, options: AppTestOptions = {}): Promise<AppTest> {
    const session = options.real === true ? await openOnServer(path, options) : await openFile(path, options);
    return new AppTest(session, options.timeout);
  }

  /** A test of a page that is a function: it calls `st` as a page would and may use variables around it. Threads that it starts are imported at the top of the test. Nothing runs yet. */
  static async fromFunction(page: () => void | Promise<void>, options: Omit<AppTestOptions, "real"> = {}): Promise<AppTest> {
    return new AppTest(await openFunction(page, options), options.timeout);
  }

  /** Sends what is staged and runs the page to its end, or until it waits for the answer to a dialog. A page that throws shows it in `errors`; rejects only with `TestTimeoutError`. */
  async run(): Promise<this> {
    await this.#alone("run()", async () => {
      const { tree } = this.#session.view;
      const values = takeSendable(this.#staged, tree);
      const drafts = this.#takeDrafts();
      if (values.length > 0 || drafts.length === 0) await this.#session.run(values, this.#timeout);
      for (const draft of drafts) await this.#session.draft(draft, this.#timeout);
    });
    return this;
  }

  /** What was staged in forms with live fields since it was sent last, one a form. */
  #takeDrafts(): readonly FormDraft[] {
    const { tree } = this.#session.view;
    const drafts = new Map<WidgetId, FormDraft>();
    for (const widget of this.#staged.keys()) {
      const draft = draftFor(widget, this.#staged, tree);
      if (draft !== undefined) drafts.set(draft.fragment, draft);
    }
    const fresh = [...drafts.values()].filter(({ fragment, values }) => JSON.stringify(values) !== this.#drafts.get(fragment));
    this.#drafts.clear();
    for (const { fragment, values } of drafts.values()) this.#drafts.set(fragment, JSON.stringify(values));
    return fresh;
  }

  /**
   * Runs a fragment to its end as its timer would (`runEvery`): the one with this key, or the nth from 0 of those that have one.
   * Timers do not run by themselves in an `AppTest`. What is staged stays so. Throws `NotFoundError` if there is none.
   * @example
   * await app.tick("clock");
   */
  async tick(which: string | number = 0): Promise<this> {
    await this.#alone("tick()", () => this.#session.tick(timedFragment(this.#session.view, which), this.#timeout));
    return this;
  }

  /**
   * Presses a download button, runs the page as that does, and resolves with the file. Rejects if it could not be made; what the user reads
   * then is in the button's `props.error`.
   * @example
   * const { name, bytes } = await app.download({ label: "Tides" });
   */
  async download(which: Which = 0): Promise<FetchedFile & { readonly name: string }> {
    const button = this.get("downloadButton", which);
    const { media, name, runs } = button.props;
    const { view } = this.#session;
    const before = view.files.length;
    if (media === undefined || runs === true) {
      button.click();
      await this.run();
    }
    if (media !== undefined) return { name, ...(await this.#session.fetch(media)) };
    await view.until(() => view.files.length > before || button.props.error !== undefined, this.#timeout);
    const file = view.files.at(-1);
    if (view.files.length === before || file === undefined) {
      const { error } = button.props;
      const why = error === undefined ? "it was not ready in time" : `${error.name}: ${error.message}`;
      throw new RivuletError("RIVULET_TEST_USE", { call: "download()", problem: `got no file: ${why}` });
    }
    return { name: file.name, ...(await this.#session.fetch(file.media)) };
  }

  /** Goes to another page of the app, by its address ("/orders/7?tab=1") or its file relative to the entry ("pages/about.ts"); what is staged is dropped, session state stays. The next `run()` runs it. */
  switchPage(page: string): this {
    this.#staged.clear();
    this.#session.switchPage(page);
    return this;
  }

  /** Errors on the page: those it threw, and why it cannot be loaded. */
  get errors(): readonly ErrorInfo[] {
    return this.#session.view.errors;
  }

  /** Toasts of the last run. */
  get toasts(): readonly ToastProps[] {
    return this.#session.view.toasts;
  }

  /** What moved over the page in the last run: "balloons", "snow". */
  get effects(): readonly PageEffect[] {
    return this.#session.view.effects;
  }

  /** What the page said of itself with `st.setPageFrame`. */
  get config(): PageFrame {
    return this.#session.view.config;
  }

  /** What the browser keeps by now for widgets with `bind: "local"`, `"session"` or `"cookie"`: give it to the test of a later visit. */
  get storage(): KeptStorage {
    return storageOf(this.#session.view.stored);
  }

  /** The pages that the app lists, by section, and the path of the one that is shown; undefined if it lists none. */
  get navigation(): Navigation | undefined {
    return this.#session.view.navigation;
  }

  /** Where the session is: the path below the app's address, and the query without its question mark. */
  get place(): PagePlace {
    return this.#session.view.place;
  }

  /** What a browser would hold, node by node. */
  get tree(): AppTree {
    return this.#session.view.tree;
  }

  async #alone(call: string, run: () => Promise<void>): Promise<void> {
    if (this.#running)
      throw new RivuletError("RIVULET_TEST_USE", { call, problem: "was called while the page runs. Await each call before the next." });
    this.#running = true;
    try {
      await run();
    } finally {
      this.#running = false;
    }
  }

  /** Ends the session and frees what it held. `await using` does it by itself. */
  close(): Promise<void> {
    return this.#session.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
