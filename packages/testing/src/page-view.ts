import {
  AppTree,
  FragmentClock,
  ROOT_IDS,
  runsAfter,
  type AppNode,
  type ErrorInfo,
  type Frame,
  type HostMsg,
  type Navigation,
  type NodeId,
  type PageEffect,
  type PageFrame,
  type PagePlace,
  type Run,
  type Taken,
  type ToastProps,
} from "@rivulet/protocol";
import { elementText } from "./element-text.ts";
import { inlineText } from "./markdown-text.ts";

/** What a browser would show: the tree and what surrounds it, kept by the frames and messages of one session. */
export class PageView {
  tree = new AppTree();
  config: PageFrame = {};
  /** A page that cannot be loaded or a worker that is gone, until that is over. */
  problem: ErrorInfo | null = null;
  /** Toasts since the last call of `clearToasts`. */
  toasts: ToastProps[] = [];
  /** What a browser would keep for bound widgets: texts by name ("local:theme"). */
  readonly stored = new Map<string, string>();
  /** What has moved over the page since then. */
  effects: PageEffect[] = [];
  /** The pages that there are to choose from. */
  navigation: Navigation | undefined;
  /** Files that are ready to be fetched, in order. */
  readonly files: { readonly media: string; readonly name: string }[] = [];
  /** Where the session is: path below the base, and query. */
  place: PagePlace = { path: "/", query: "" };
  /** The last frame applied. */
  seen = 0;
  /** The message in which the user went somewhere last. */
  navigated = 0;
  /** When fragments run again by themselves. */
  readonly clock = new FragmentClock();
  /** The messages that have had their effect. */
  taken: Taken = { taken: 0 };
  /** Deltas fit the tree: false between a reconnect and the whole tree that follows it. */
  synced = true;
  /** A run has ended since the connection was made. */
  ended = false;
  #running: readonly Run[] = [];
  #toastKeys: (number | undefined)[] = [];
  readonly #watching = new Set<() => void>();
  /** Node ids, found by `acting`. */
  readonly #byLabel = new Map<string, NodeId>();

  /** A connection was made: to a new session, which begins with an empty page, or to the one before, which replays frames or sends its whole tree first. */
  connected(resumed: boolean, replays = false): void {
    if (replays) return;
    this.ended = false;
    this.synced = !resumed;
    // A server that was killed says again what it has done again.
    this.taken = { taken: 0 };
    if (resumed) return;
    this.tree = new AppTree();
    this.#byLabel.clear();
    this.config = {};
    this.navigation = undefined;
    this.problem = null;
    this.seen = this.navigated = 0;
    this.#follow([]);
  }

  clearToasts(): void {
    if (this.toasts.length > 0) this.toasts = [];
    if (this.effects.length > 0) this.effects = [];
    this.#toastKeys = [];
  }

  /** Throws if frames before it are missing: what it changes then is not there. */
  applyFrame({ seq, msgs }: Frame): void {
    if (this.synced && seq !== this.seen + 1 && !msgs.some(({ type }) => type === "tree"))
      throw new Error(`Frame ${seq} came after frame ${this.seen}.`);
    for (const msg of msgs) {
      this.#follow(runsAfter(this.#running, msg));
      switch (msg.type) {
        case "delta":
          // What an earlier connection had under way is in the tree that follows.
          if (!this.synced) break;
          if (this.#byLabel.size > 0 && msg.deltas.some((delta) => delta.type === "children" || delta.set?.label !== undefined))
            this.#byLabel.clear();
          this.tree.apply(msg);
          break;
        case "tree":
          this.tree.apply(msg);
          this.#byLabel.clear();
          this.config = msg.config;
          this.navigation = msg.navigation;
          this.synced = true;
          break;
        case "runFinished":
          this.#end(msg);
          break;
        case "pageConfig":
          this.config = msg.config;
          break;
        case "navigation":
          this.navigation = msg.navigation;
          break;
        case "location":
          if (msg.after >= this.navigated) this.place = { path: msg.path, query: msg.query };
          break;
        case "toast":
          this.#showToast(msg.toast, msg.key);
          break;
        case "effect":
          this.effects.push(msg.effect);
          break;
        case "store":
          for (const [name, text, told] of msg.writes) if (told > this.seen) this.store(name, text);
          break;
        case "download":
          this.files.push(msg);
          break;
        case "runStarted":
        case "pending":
          break;
        default:
          msg satisfies never;
      }
    }
    this.seen = seq;
    for (const look of this.#watching) look();
  }

  #showToast(toast: ToastProps, key: number | undefined): void {
    const shown = key === undefined ? -1 : this.#toastKeys.indexOf(key);
    if (shown >= 0) this.toasts[shown] = toast;
    else this.#toastKeys[this.toasts.push(toast) - 1] = key;
  }

  /** Resolves when something holds that a frame can bring about; false if it did not in time. */
  until(holds: () => boolean, timeout: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const over = (held: boolean) => {
        clearTimeout(timer);
        this.#watching.delete(look);
        resolve(held);
      };
      const look = () => holds() && over(true);
      const timer = setTimeout(() => over(false), timeout);
      this.#watching.add(look);
    });
  }

  /** Keeps a text for bound widgets, as a browser would. */
  store(name: string, text: string | null): void {
    if (text === null) this.stored.delete(name);
    else this.stored.set(name, text);
  }

  applyHostMsg(msg: Extract<HostMsg, { type: "problem" | "ended" }>): void {
    if (msg.type === "problem") this.problem = msg.error;
    else {
      this.#follow([]);
      this.#end(msg);
    }
  }

  /** The page as a whole has run since the connection was made, and does not run now. Fragments may. */
  get settled(): boolean {
    return this.ended && this.synced && this.#running.every(({ fragment }) => fragment !== undefined);
  }

  /** The page waits for its user's answer to a dialog, and for nothing else. */
  get asking(): boolean {
    if (this.#running.some(({ fragment }) => fragment !== undefined)) return false;
    return (this.tree.root("overlay").children ?? []).some((id) => this.#asks(id));
  }

  #asks(id: NodeId): boolean {
    const node = this.tree.nodes.get(id);
    if (node?.type === "fragment") return node.children?.some((child) => this.#asks(child)) === true;
    return node?.props["awaited"] === true && node.props["value"] === true;
  }

  /** Every node in the order of the page: main, sidebar, bottom, overlay, each before its children. */
  *nodes(below?: NodeId): Generator<AppNode> {
    if (below === undefined) {
      for (const id of Object.values(ROOT_IDS)) yield* this.nodes(id);
      return;
    }
    for (const id of this.tree.nodes.get(below)?.children ?? []) {
      const node = this.tree.nodes.get(id);
      if (node === undefined) continue;
      yield node;
      if (node.children !== undefined) yield* this.nodes(id);
    }
  }

  /** The visible text of every element that has some, in order. */
  texts(below?: NodeId): string[] {
    const texts: string[] = [];
    for (const node of this.nodes(below)) {
      const text = elementText(node);
      if (text !== "") texts.push(text);
    }
    return texts;
  }

  /** What the page threw, and why it cannot be loaded. */
  get errors(): ErrorInfo[] {
    const shown: ErrorInfo[] = [];
    for (const node of this.nodes()) if (node.type === "exception") shown.push(node.props["error"] as ErrorInfo);
    return this.problem === null ? shown : [...shown, this.problem];
  }

  /** The nth node with this label that a user can act on; the first is asked for again and again by benchmarks, hence remembered. */
  acting(label: string, nth = 0): AppNode | undefined {
    const known = nth === 0 ? this.#byLabel.get(label) : undefined;
    if (known !== undefined) return this.tree.nodes.get(known);
    let left = nth;
    for (const node of this.nodes()) {
      if (node.widget === undefined || !hasLabel(node, label) || left-- > 0) continue;
      if (nth === 0) this.#byLabel.set(label, node.id);
      return node;
    }
    return undefined;
  }

  #follow(running: readonly Run[]): void {
    this.#running = running;
    this.clock.follow(running);
  }

  #end({ taken, but }: Taken): void {
    this.ended = true;
    this.taken = { taken, but };
  }
}

/** True if a user sees `label` as this node's label, or the page wrote it so. */
export function hasLabel(node: AppNode, label: string): boolean {
  return ownLabel(node) === label || labelOf(node) === label;
}

/** The label as a user reads it, also one that is hidden from the eye. */
export function labelOf(node: AppNode): string | undefined {
  const label = ownLabel(node);
  return label === undefined ? undefined : inlineText(label);
}

function ownLabel(node: AppNode): string | undefined {
  const { label } = node.props as { readonly label?: unknown };
  return typeof label === "string" ? label : undefined;
}
