import type { MessagePort } from "node:worker_threads";
import type { ClientFacts, ErrorInfo, PageConfig, PageFrame, PageLogo, RunOutcome } from "@rivulet/protocol";
import { StaleRunContextError } from "../errors.ts";
import { areFactsRead, noteFactRead } from "../thread/facts-read.ts";
import type { Interrupt } from "../thread/interrupt.ts";
import type { Left, ScriptEvent, SessionRecord, StoredTexts, Visitor } from "../thread/messages.ts";
import { SessionFacts } from "./context/session-facts.ts";
import { DevAdvice } from "./dev-advice.ts";
import type { OpenDialog } from "./dialogs/open-dialog.ts";
import { Forms } from "./forms/forms.ts";
import { Fragments } from "./fragments/fragments.ts";
import { forgetOnPage } from "./lasting/bindings.ts";
import { PageQuery } from "./lasting/page-query.ts";
import { StoredValues } from "./lasting/stored-values.ts";
import { toErrorInfo } from "./loader/user-error.ts";
import { Downloads } from "./media/downloads.ts";
import { SessionMedia } from "./media/session-media.ts";
import { Output } from "./output.ts";
import type { OpenRequests } from "./runs/open-requests.ts";
import { SessionRuns, type RunRequest } from "./runs/session-runs.ts";
import type { ScriptHost } from "./script-host.ts";
import type { ScriptRunContext } from "./script-run-context.ts";
import { SessionPages } from "./pages/session-pages.ts";
import { SessionPlace } from "./session-place.ts";
import { SessionTree, type TreeBlock } from "./session-tree.ts";
import { acceptValue } from "./state/accept-value.ts";
import { SessionChanges } from "./state/session-changes.ts";
import { SessionState } from "./state/session-state.ts";
import { WidgetStates } from "./state/widget-states.ts";
import type { Press } from "./state/withheld-presses.ts";
import { threadsDeclared } from "./threads/define-thread.ts";
import { SessionThreads } from "./threads/session-threads.ts";

/** The live copy of a session in the worker where it is at home: its tree, its values, its runs, and its way to the host. */
export class ScriptSession {
  readonly id: string;
  readonly interrupt: Interrupt;
  readonly tree: SessionTree;
  readonly widgets: WidgetStates;
  readonly state: SessionState;
  /** What the browser keeps of bound widgets, and the query of the page's address. */
  readonly stored: StoredValues;
  readonly query: PageQuery;
  readonly fragments = new Fragments();
  readonly forms = new Forms(this);
  /** The dialog that was opened last, until it closes. */
  dialog: OpenDialog | undefined = undefined;
  readonly runs: SessionRuns;
  readonly output: Output;
  readonly media: SessionMedia;
  readonly downloads = new Downloads(this);
  readonly threads: SessionThreads;
  /** In dev only. */
  readonly devAdvice: DevAdvice | undefined;
  /** What the browser was told of the page. */
  config: PageFrame = {};
  /** What `st.setPageConfig` said on this page. */
  ownConfig: PageConfig = {};
  /** How many toasts there have been. */
  toasts = 0;
  logo: PageLogo | undefined = undefined;
  /** The last run that has set it. */
  logoRun = 0;
  /** The last frame number used. */
  seq: number;
  readonly place: SessionPlace;
  readonly pages: SessionPages;
  facts: SessionFacts;
  readonly visitor: Visitor | undefined;
  /** What the ids of its requests begin with. */
  readonly requests: string;
  /** The id of the page that runs, or ran last. */
  page = "";
  readonly #host: ScriptHost;
  #problem = false;
  readonly #changes: SessionChanges;

  constructor(record: SessionRecord, interrupt: Interrupt, host: ScriptHost) {
    this.id = record.id;
    this.place = new SessionPlace(this, record);
    this.pages = new SessionPages(this, host.loader);
    this.facts = new SessionFacts(record.facts, interrupt);
    this.visitor = record.visitor;
    this.requests = record.requests ?? record.id;
    this.interrupt = interrupt;
    this.seq = record.seq;
    this.#host = host;
    const { maxElements, production } = host.options;
    this.devAdvice = production ? undefined : new DevAdvice();
    this.tree = new SessionTree({
      maxElements,
      onRecount: (first, identity) => this.#log("warn", this.devAdvice?.recounted(first, identity)),
    });
    this.widgets = new WidgetStates(record.values, (lost) => forgetOnPage(this, lost));
    this.state = new SessionState(record.state);
    this.stored = new StoredValues(record, (kind) => noteFactRead(interrupt, kind));
    this.query = new PageQuery(this.place);
    this.#changes = new SessionChanges(this);
    this.output = new Output(this, interrupt);
    this.media = new SessionMedia(this, host.media);
    this.runs = new SessionRuns(this, record.taken);
    this.threads = new SessionThreads(host.threads, (error) => this.#threadFailed(error, undefined));
  }

  /** True where visitors are strangers: paths and stacks stay on the server (SEC6). */
  get production(): boolean {
    return this.#host.options.production;
  }

  /** Takes what the browser says of itself, and what it keeps if it says that for the first time: what a run has read by now must not differ. */
  learn(facts: ClientFacts, stored: StoredTexts | undefined): void {
    if (stored !== undefined) {
      const differing = [...this.facts.differing(facts), ...this.stored.differing(stored)];
      if (areFactsRead(this.interrupt, differing)) this.post({ type: "outdated", session: this.id });
      this.stored.learn(stored);
    }
    this.facts = new SessionFacts(facts, this.interrupt);
  }

  /** Answers a request for a run. */
  run(request: RunRequest): void {
    this.runs.request(request);
  }

  /** Ends the session: what runs is revoked; nothing is posted any more. */
  close(): void {
    this.runs.close();
    this.threads.close();
    this.output.close();
    // A timer that a page has left behind may hold a container, and with it this session.
    const { tree, widgets, state, stored, fragments, forms, pages, downloads } = this;
    for (const part of [tree, widgets, state, stored, fragments, forms, pages, downloads]) part.release();
    this.dialog = undefined;
  }

  /** Takes a value that a browser sent, or refuses it: then it returns why. */
  accept(press: Press): string | undefined {
    const refusal = acceptValue(this, press);
    if (refusal === undefined) this.downloads.pressed(press.id);
    // In dev only: a client must not be able to fill a server's log.
    if (refusal !== undefined && !this.production) this.#log("info", `a value for widget ${press.id} was refused: ${refusal}`);
    return refusal;
  }

  /** The value of a bound widget is too long to be kept. */
  tooLong(bind: string, key: string): void {
    this.#log("warn", this.devAdvice?.tooLong(bind, key));
  }

  /** The page's function, or undefined after telling why it cannot be loaded. */
  async load(): Promise<(() => Promise<void>) | undefined> {
    try {
      const { id, page } = await this.pages.load();
      this.page = id;
      if (this.#problem) this.post({ type: "problem", session: this.id, error: null });
      this.#problem = false;
      if (threadsDeclared()) this.#host.threads?.warm();
      return page;
    } catch (error) {
      this.problem(this.describe(error));
      return undefined;
    }
  }

  /** Renders what was thrown for the user, and logs it. */
  describe(thrown: unknown): ErrorInfo {
    return this.#host.describe(thrown, this.id);
  }

  /** Shows an error over the page, until the page is loaded again. */
  problem(error: ErrorInfo): void {
    this.#problem = true;
    this.post({ type: "problem", session: this.id, error });
  }

  /** Logs what a run did after its end. */
  report(error: unknown, text: string): void {
    this.#log("warn", text);
    this.describe(error);
  }

  /** Commits the session state that was touched; returns what was thrown for a value that cannot be kept. */
  commitState(): unknown {
    return this.#changes.commitState();
  }

  /** A run that others superseded may hold live objects of session state: values are read anew, unless runs `beside` share them (SR12). */
  forgetLive(beside: boolean): void {
    this.#changes.commitState();
    if (!beside) this.state.forgetLive();
  }

  /** Ends the threads of a run as its own end says (TH7); errors that nobody joined are shown. */
  endThreads(ctx: ScriptRunContext, inPage: boolean): void {
    for (const { end, threads, home } of ctx.all()) {
      if (end === undefined) threads?.detach("finished");
      for (const error of threads?.takeFailures() ?? []) this.#threadFailed(error, inPage ? home : undefined);
    }
  }

  postFrame(frame: Uint8Array<ArrayBuffer>): void {
    this.post({ type: "frame", session: this.id, seq: this.seq, frame }, [frame.buffer]);
  }

  /** Posts what a run did that goes on as another one, and what of its requests that one has still to do. */
  postCommit(left: readonly Left[]): void {
    const failure = this.#changes.commitState();
    if (failure !== undefined) this.describe(failure);
    const commit = this.#changes.take();
    if (commit !== undefined) this.post({ type: "commit", session: this.id, left, commit });
  }

  /** Posts that a run has ended, and what it leaves. */
  postEnded(
    { last, open, taken }: OpenRequests,
    outcome: RunOutcome | "superseded",
    frame: Uint8Array<ArrayBuffer> | undefined,
    left?: readonly Left[],
  ): void {
    const commit = this.#changes.take();
    for (const [key, bytes] of commit?.state ?? []) this.#log("warn", this.devAdvice?.committed(key, bytes));
    this.post(
      { type: "ended", session: this.id, no: last, open, left, outcome, ...taken, seq: this.seq, frame, commit },
      frame === undefined ? undefined : [frame.buffer],
    );
  }

  /** Logs the error of a thread that nobody joined, and shows it in dev: in `home` if a run is being finished, else over the page. */
  #threadFailed(thrown: unknown, home: TreeBlock | undefined): void {
    this.#host.report(thrown, this.id);
    if (this.production || thrown instanceof StaleRunContextError) return;
    const error = toErrorInfo(thrown, { production: false });
    try {
      if (home !== undefined) return void this.tree.emit(home, "exception", { error });
    } catch {
      // The tree is full (FM6).
    }
    this.problem(error);
  }

  #log(level: "info" | "warn", text: string | undefined): void {
    if (text !== undefined) this.post({ type: "log", level, session: this.id, text });
  }

  /** Posts something to the host. */
  post(event: ScriptEvent, transfer?: readonly (ArrayBuffer | MessagePort)[]): void {
    this.#host.port.post(event, transfer);
  }
}
