import { FragmentClock, type AppNode, type AppTree, type ForwardMsg, type Frame, type HostMsg } from "@rivulet/protocol";
import type { NodeId, Taken, WidgetId } from "@rivulet/protocol";
import { INITIAL_PAGE, reduce, reduceHostMsg, withoutToast, type Link, type PageState } from "./page-state.ts";
import { PageTree } from "./page-tree.ts";
import { Topics } from "./topics.ts";
import type { WidgetStore } from "./widget-store.ts";

/** What an app store needs from the page around it. */
export interface AppStoreOptions {
  readonly widgets: WidgetStore;
  /** Runs `notify` so that everything it changes is rendered when it returns. */
  readonly render: (notify: () => void) => void;
}

/** What became of a frame: `gap` means that frames are missing and the whole tree is needed. */
export type FrameFate = "applied" | "repeated" | "gap";

/** Everything a page shows: the tree, the widgets' values and the state around them. One notification per frame. */
export class AppStore {
  readonly widgets: WidgetStore;
  /** When fragments run again by themselves. */
  readonly clock = new FragmentClock();
  readonly #render: (notify: () => void) => void;
  readonly #elements = new PageTree();
  readonly #nodes = new Topics<NodeId>();
  readonly #pageListeners = new Set<() => void>();
  #page = INITIAL_PAGE;
  #seen = 0;

  constructor({ widgets, render }: AppStoreOptions) {
    this.widgets = widgets;
    this.#render = render;
  }

  get tree(): AppTree {
    return this.#elements.tree;
  }

  get page(): PageState {
    return this.#page;
  }

  /** The number of the last frame applied. */
  get seen(): number {
    return this.#seen;
  }

  /** A node as it is; replaced, never changed. A child's change is not its parent's. */
  node(id: NodeId): AppNode | undefined {
    return this.tree.nodes.get(id);
  }

  subscribeNode(id: NodeId, listener: () => void): () => void {
    return this.#nodes.subscribe(id, listener);
  }

  readonly subscribePage = (listener: () => void): (() => void) => {
    this.#pageListeners.add(listener);
    return () => this.#pageListeners.delete(listener);
  };

  /** Applies a frame and renders it before returning. */
  receive(frame: Frame): FrameFate {
    if (!frame.msgs.some((msg) => msg.type === "tree")) {
      if (frame.seq <= this.#seen) return "repeated";
      if (frame.seq !== this.#seen + 1) return "gap";
    }
    let page = this.#page;
    for (const msg of frame.msgs) {
      this.#apply(msg);
      page = reduce(page, msg.type === "pending" ? this.#elements.pending(msg) : msg);
      this.clock.follow(page.running);
    }
    this.#seen = frame.seq;
    this.#show(page);
    return "applied";
  }

  hostMsg(msg: Exclude<HostMsg, { type: "pong" | "reload" }>): void {
    if (msg.type === "welcome") {
      if (!msg.resumed) {
        this.#seen = 0;
        this.#elements.outdate();
      }
      this.widgets.reconnected(msg.resumed);
    } else if (msg.type === "ended") this.#settle(msg);
    else if (msg.type === "refused" && !this.widgets.refused(msg.n)) return;
    const page = reduceHostMsg(this.#page, msg);
    this.clock.follow(page.running);
    this.#show(page);
  }

  setLink(link: Link): void {
    this.#show({ ...this.#page, link });
  }

  setSlow(slow: boolean): void {
    if (slow !== this.#page.slow) this.#show({ ...this.#page, slow });
  }

  closeToast(id: number): void {
    this.#show(withoutToast(this.#page, id));
  }

  dismissProblem(): void {
    this.#show({ ...this.#page, problem: undefined });
  }

  #apply(msg: ForwardMsg): void {
    if (msg.type === "tree" || msg.type === "delta") {
      for (const id of this.#elements.apply(msg)) this.#nodes.touch(id);
    } else if (msg.type === "runFinished") this.#settle(msg);
  }

  #settle(taken: Taken): void {
    this.widgets.settle(taken);
    if (!this.widgets.holdsValues) return;
    const present = new Set<WidgetId>();
    for (const node of this.tree.nodes.values()) if (node.widget !== undefined) present.add(node.widget);
    this.widgets.prune(present);
  }

  #show(page: PageState): void {
    const changed = page !== this.#page;
    this.#page = page;
    this.#render(() => {
      this.#nodes.flush();
      this.widgets.topics.flush();
      if (changed) for (const listener of this.#pageListeners) listener();
    });
  }
}
