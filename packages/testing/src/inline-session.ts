import { randomUUID } from "node:crypto";
import { decodeFrame, type PagePlace, type WidgetId } from "@rivulet/protocol";
import {
  acknowledge,
  createInterrupt,
  endCacheSession,
  raiseFragment,
  raiseLatest,
  raiseStop,
  RivuletError,
  startScript,
  type PageLoader,
  type Script,
  type ScriptEvent,
  type ScriptRequest,
  type ScriptSession,
  visitorOf,
} from "@rivulet/server/testing";
import type { AppSession, FetchedFile, SessionStateAccess } from "./app-session.ts";
import type { AppTestOptions } from "./app-test.ts";
import { InlineMedia } from "./inline-media.ts";
import { placeOfPage } from "./page-address.ts";
import { PageView } from "./page-view.ts";
import { queryOf } from "./query-of.ts";
import type { FormDraft } from "./staged-values.ts";
import { factsOf, headersOf, storedOf } from "./test-browser.ts";

export interface InlineSessionOptions {
  readonly loader: PageLoader;
  /** The entry's id. */
  readonly page: string;
  readonly options: AppTestOptions;
  /** Called after the session has ended. */
  readonly onClose: () => Promise<void>;
}

type Outcome = Extract<ScriptEvent, { readonly type: "ended" }>["outcome"];
type WireUpdate = Extract<ScriptRequest, { readonly type: "run" }>["updates"][number];

/** One session in this thread: the real script runtime on one side of a port, and what the host does on the other. */
export class InlineSession implements AppSession {
  readonly view = new PageView();
  readonly state: SessionStateAccess;
  readonly #options: InlineSessionOptions;
  readonly #script: Script;
  readonly #id = randomUUID();
  readonly #media = new InlineMedia();
  #handle: (request: ScriptRequest) => void = () => {};
  readonly #interrupt = createInterrupt();
  /** Where the next run is. */
  #next: PagePlace | undefined;
  #no = 0;
  #n = 0;
  /** The requests that are not answered. */
  #pending: readonly number[] = [];
  /** Called after every event. */
  #heard: (outcome?: Outcome) => void = () => {};

  constructor(options: InlineSessionOptions) {
    this.#options = options;
    const port = {
      post: (event: ScriptEvent) => this.#receive(event),
      onRequest: (handle: (request: ScriptRequest) => void) => void (this.#handle = handle),
      close: () => {},
    };
    this.#script = startScript(port, options.loader, { production: false });
    for (const [name, text] of storedOf(options.options.storage)) this.view.stored.set(name, text);
    this.view.place = { path: "/", query: queryOf(options.options) };
    this.#open();
    this.state = liveState(() => this.#session());
    for (const [key, value] of Object.entries(options.options.sessionState ?? {})) this.state.set(key, value);
  }

  run(values: WireUpdate["values"], timeout: number): Promise<void> {
    this.view.clearToasts();
    return this.#request({ seen: this.view.seen, values, fragment: this.view.tree.fragmentOf(values) }, timeout);
  }

  draft({ fragment, values }: FormDraft, timeout: number): Promise<void> {
    return this.#request({ seen: this.view.seen, values, fragment, draft: true }, timeout);
  }

  tick(fragment: WidgetId, timeout: number): Promise<void> {
    return this.#request({ seen: this.view.seen, values: [], fragment }, timeout);
  }

  async #request(update: WireUpdate, timeout: number): Promise<void> {
    this.#session();
    const no = ++this.#no;
    this.#pending = [...this.#pending, no];
    const over = new Promise<Outcome | undefined>((resolve) => {
      this.#heard = (outcome) => {
        if (this.#pending.length === 0 || this.view.asking) resolve(outcome);
      };
    });
    const timer = setTimeout(() => this.#stop(no), timeout);
    if (update.fragment === undefined) raiseLatest(this.#interrupt, no);
    else raiseFragment(this.#interrupt, no, update.fragment);
    const place = this.#next;
    this.#next = undefined;
    this.#n++;
    if (place !== undefined) {
      this.view.place = place;
      this.view.navigated = this.#n;
    }
    this.#handle({ type: "run", session: this.#id, no, n: this.#n, updates: place === undefined ? [update] : [], place });
    const outcome = await over;
    clearTimeout(timer);
    if (outcome === "timeout") throw new RivuletError("RIVULET_TEST_TIMEOUT", { what: "The run", timeout });
  }

  switchPage(page: string): void {
    this.#session();
    this.#next = placeOfPage(page, this.#options.page);
  }

  fetch(media: string): Promise<FetchedFile> {
    return this.#media.fetch(media);
  }

  async close(): Promise<void> {
    this.#handle({ type: "close", session: this.#id });
    endCacheSession(this.#id);
    this.#media.close();
    this.#options.loader.close();
    await this.#options.onClose();
  }

  #open(): void {
    const { browser } = this.#options.options;
    const visitor = visitorOf({ ip: browser?.ip ?? "127.0.0.1", headers: headersOf(browser) });
    const known = { ...this.view.place, facts: factsOf(browser), visitor, stored: this.view.stored };
    const session = { id: this.#id, ...known, values: new Map(), state: new Map(), seq: 0, taken: 0 };
    this.#handle({ type: "open", session, interrupt: this.#interrupt });
  }

  #session(): ScriptSession {
    const session = this.#script.session(this.#id);
    if (session === undefined)
      throw new RivuletError("RIVULET_TEST_USE", { call: "AppTest", problem: "is closed: nothing can be asked of it any more." });
    return session;
  }

  #stop(no: number): void {
    raiseStop(this.#interrupt, no);
    this.#handle({ type: "stop", session: this.#id, no, reason: "timeout" });
  }

  #apply(frame: Uint8Array): void {
    this.view.applyFrame(decodeFrame(frame));
    acknowledge(this.#interrupt, this.view.seen);
  }

  #receive(event: ScriptEvent): void {
    switch (event.type) {
      case "frame":
        this.#apply(event.frame);
        this.#heard();
        return;
      case "ended":
        if (event.frame !== undefined) this.#apply(event.frame);
        this.#pending = this.#pending.filter((no) => no > event.no || event.open?.includes(no) === true);
        this.#heard(event.outcome);
        return;
      case "problem":
        this.view.applyHostMsg(event);
        return;
      case "media":
      case "mediaKept":
      case "offer":
        this.#media.take(event);
        return;
      case "commit":
      case "closed":
      case "ready":
      case "log":
      case "outdated":
      case "making":
        return;
      default:
        event satisfies never;
    }
  }
}

/** Session state as the page's next run will find it; values of widgets with a key are read as the page sees them. */
function liveState(session: () => ScriptSession): SessionStateAccess {
  return {
    get: (key) => {
      const { state, widgets } = session();
      if (state.has(key)) return state.get(key);
      const record = widgets.byKey(key);
      return record?.decode === undefined ? record?.value : record.decode(record.value as never);
    },
    set: (key, value) => session().state.set(key, value),
    delete: (key) => session().state.delete(key),
    keys: () => {
      const { state, widgets } = session();
      return [...new Set([...state.keys(), ...widgets.keys()])];
    },
  };
}
