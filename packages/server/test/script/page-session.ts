import { deserialize } from "node:v8";
import { AppTree, decodeFrame, type AppNode, type ForwardMsg, type Frame } from "@rivulet/protocol";
import { startScript, type PageLoader } from "@rivulet/server/testing";
import {
  acknowledge,
  createInterrupt,
  raiseLatest,
  raiseStop,
  type Interrupt,
  type ScriptEvent,
  type ScriptRequest,
} from "@rivulet/server/testing";

type Ended = Extract<ScriptEvent, { type: "ended" }>;

/** A script in this thread with real sessions, driven as a host does; frames are decoded as a browser does. */
export class Script {
  readonly events: ScriptEvent[] = [];
  readonly #sessions = new Map<string, PageSession>();
  #handle: (request: ScriptRequest) => void = () => {};
  readonly report: ReturnType<typeof startScript>["report"];

  constructor(page: (() => unknown) | PageLoader, options: { maxElements?: number; production?: boolean } = {}) {
    const pages: PageLoader = typeof page === "function" ? { load: async () => async () => void (await page()), close: () => {} } : page;
    const port = {
      post: (event: ScriptEvent) => {
        this.events.push(event);
        if ("session" in event && event.session !== undefined) this.#sessions.get(event.session)?.take(event);
      },
      onRequest: (handle: (request: ScriptRequest) => void) => {
        this.#handle = handle;
      },
      close: () => {},
    };
    this.report = startScript(port, pages, { production: false, ...options }).report;
  }

  post(request: ScriptRequest): void {
    this.#handle(request);
  }

  get logs(): string[] {
    return this.events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  }

  closeAll(): void {
    for (const session of this.#sessions.values()) session.close();
  }

  open(id = `s${this.#sessions.size}`, query = ""): PageSession {
    const session = new PageSession(this, id);
    this.#sessions.set(id, session);
    session.open(query);
    return session;
  }
}

/** One session of a `Script`: what its browser would have. */
export class PageSession {
  readonly frames: Frame[] = [];
  readonly ended: Ended[] = [];
  readonly values = new Map<string, unknown>();
  readonly state = new Map<string, string>();
  tree = new AppTree();
  bytes = 0;
  interrupt: Interrupt = createInterrupt();
  no = 0;
  /** False: what comes is not acknowledged, as by a browser that is slow. */
  reads = true;
  #waiting: (() => void)[] = [];

  constructor(
    readonly script: Script,
    readonly id: string,
  ) {}

  open(query = ""): void {
    const session = { id: this.id, path: "/", query, facts: {}, values: new Map(), state: new Map(), seq: 0, taken: 0 };
    this.script.post({ type: "open", session, interrupt: this.interrupt });
  }

  take(event: ScriptEvent): void {
    if (event.type === "frame") this.#apply(event.frame);
    if (event.type !== "ended") return;
    this.ended.push(event);
    if (event.frame !== undefined) this.#apply(event.frame);
    for (const [key, image] of event.commit?.state ?? []) {
      if (image === null) this.state.delete(key);
      else this.state.set(key, image);
    }
    for (const [id, value] of event.commit?.values ?? []) {
      if (value === null) this.values.delete(id);
      else this.values.set(id, value.value);
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Says that every frame so far has been applied. */
  acknowledge(): void {
    if (acknowledge(this.interrupt, this.frames.at(-1)?.seq ?? 0)) this.script.post({ type: "credit", session: this.id });
  }

  /** What is committed at a key of session state. */
  committed(key: string): unknown {
    return deserialize(Buffer.from(this.state.get(key) ?? "", "latin1"));
  }

  #apply(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    this.frames.push(frame);
    if (this.reads) this.acknowledge();
    this.bytes += bytes.length;
    for (const msg of frame.msgs) if (msg.type === "tree" || msg.type === "delta") this.tree.apply(msg);
  }

  get msgs(): ForwardMsg[] {
    return this.frames.flatMap((frame) => frame.msgs);
  }

  /** Posts a run request, as a host does: the interrupt first. Values are given by label. */
  start(values: Readonly<Record<string, unknown>> = {}): number {
    const pairs = Object.entries(values).map(([label, value]) => [this.find(label).widget as string, value] as const);
    return this.startRaw(pairs, undefined, this.#fragmentAround(Object.keys(values)));
  }

  // oxlint-disable-next-line max-params -- most tests need only the first
  startRaw(
    values: readonly (readonly [string, unknown])[],
    seen = this.frames.at(-1)?.seq ?? 0,
    fragment?: string,
    more: Pick<Extract<ScriptRequest, { type: "run" }>, "place" | "moved"> = {},
  ): number {
    const no = ++this.no;
    if (fragment === undefined) raiseLatest(this.interrupt, no);
    this.script.post({ type: "run", session: this.id, no, n: no, updates: [{ seen, values, fragment }], ...more });
    return no;
  }

  /** What a browser's timer does: runs a fragment again without values. */
  tick(fragment = this.fragments()[0]): number {
    return this.startRaw([], undefined, fragment ?? "gone");
  }

  /** The fragments on the page, outer ones first. */
  fragments(): string[] {
    return [...this.tree.nodes.values()].flatMap(({ type, props }) => (type === "fragment" ? [props["id"] as string] : []));
  }

  /** The innermost fragment around the widgets, as a browser says it; these tests never use widgets of several. */
  #fragmentAround(labels: readonly string[]): string | undefined {
    if (labels[0] === undefined) return undefined;
    return this.tree.fragmentsAround(this.find(labels[0]).id)[0];
  }

  /** Posts a run request and waits for its end. */
  async run(values: Readonly<Record<string, unknown>> = {}): Promise<Ended> {
    return this.end(this.start(values));
  }

  async end(no: number): Promise<Ended> {
    for (;;) {
      const ended = this.ended.find((event) => event.no >= no && event.open?.includes(no) !== true);
      if (ended !== undefined) return ended;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  stop(): void {
    raiseStop(this.interrupt, this.no);
    this.script.post({ type: "stop", session: this.id, no: this.no, reason: "stopped" });
  }

  close(): void {
    this.script.post({ type: "close", session: this.id });
  }

  find(label: string): AppNode {
    for (const node of this.tree.nodes.values()) {
      const props = node.props as { label?: string };
      if (props.label === label) return node;
    }
    throw new Error(`no element is labelled ${label}; there are: ${JSON.stringify(this.texts())}`);
  }

  /** Bodies, labels and messages in the order shown. */
  texts(): string[] {
    const out: string[] = [];
    const visit = (id: number): void => {
      const node = this.tree.nodes.get(id);
      if (node === undefined) return;
      const props = node.props as { body?: string; label?: string; error?: { message: string } };
      const text = props.body ?? props.error?.message ?? props.label;
      if (text !== undefined) out.push(text);
      for (const child of node.children ?? []) visit(child);
    };
    for (const root of [1, 2, 3, 4]) visit(root);
    return out;
  }
}

/** Lets timers, immediates and promises that are due run. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
