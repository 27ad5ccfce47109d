import { FragmentClock, type AppNode, type AppTree, type Frame, type HostMsg, type LocationMsg } from "@rivulet/protocol";
import type { NodeId, PageEffect, Taken, WidgetId } from "@rivulet/protocol";
import { INITIAL_PAGE, reduce, reduceHostMsg, withoutToast, type Link, type PageState } from "./page-state.ts";
import { PageTree } from "./page-tree.ts";
import { Topics } from "./topics.ts";
import type { WidgetStore } from "./widget-store.ts";

/** What an app store needs from the page around it. */
export interface AppStoreOptions {
  readonly widgets: WidgetStore;
  /** The page has gone somewhere; returns the path that the address bar has then. */
  readonly onLocation?: ((msg: LocationMsg) => string) | undefined;
  /** Runs `notify` so that everything it changes is rendered when it returns. */
  readonly render: (notify: () => void) => void;
  /** A file that the user has asked for is ready. */
  readonly save?: ((media: string, name: string) => void) | undefined;
  /** Something is to move over the page. */
  readonly play?: ((effect: PageEffect) => void) | undefined;
}

/** What became of a frame: `gap` means that frames are missing and the whole tree is needed. */
export type FrameFate = "applied" | "repeated" | "gap";

/** Everything a page shows: the tree, the widgets' values and the state around them. One notification per frame. */
export class AppStore {
  readonly widgets: WidgetStore;
  /** When fragments run again by themselves. */
  readonly clock = new FragmentClock();
  readonly #onLocation: AppStoreOptions["onLocation"];
  readonly #render: (notify: () => void) => void;
  readonly #save: AppStoreOptions["save"];
  readonly #play: AppStoreOptions["play"];
  readonly #nodes = new Topics<NodeId>();
  readonly #elements = new PageTree((id) => this.#nodes.touch(id));
  readonly #pageListeners = new Set<() => void>();
  #page = INITIAL_PAGE;
  #seen = 0;

  constructor({ widgets, onLocation, render, save, play }: AppStoreOptions) {
    this.#onLocation = onLocation;
    this.widgets = widgets;
    this.#render = render;
    this.#save = save;
    this.#play = play;
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
      if (msg.type === "tree" || msg.type === "delta") this.#elements.apply(msg);
      if (msg.type === "location" && msg.after >= this.widgets.navigated) {
        const path = this.#onLocation?.(msg);
        if (path !== undefined && path !== page.path) page = { ...page, path };
      }
      page = this.#follow(reduce(page, msg.type === "pending" ? this.#elements.pending(msg) : msg));
      if (msg.type === "runFinished") this.#settle(msg, page);
      if (msg.type === "effect") this.#play?.(msg.effect);
      if (msg.type === "download") this.#save?.(msg.media, msg.name);
    }
    this.#elements.catchUp();
    this.#seen = frame.seq;
    this.#show(page);
    return "applied";
  }

  hostMsg(msg: Exclude<HostMsg, { type: "pong" | "reload" }>): void {
    if (msg.type === "saved") return this.widgets.saved(msg.n);
    if (msg.type === "welcome") {
      if (!msg.resumed) {
        this.#seen = 0;
        this.#elements.outdate();
      }
      this.widgets.reconnected(msg);
    } else if (msg.type === "ended") this.#settle(msg, this.#page);
    else if (msg.type === "refused" && !this.widgets.refused(msg.n)) return;
    this.#show(this.#follow(reduceHostMsg(this.#page, msg)));
  }

  /** What the server has of each widget on the page. */
  serverValues(): ReadonlyMap<WidgetId, unknown> {
    const values = new Map<WidgetId, unknown>();
    for (const { widget, props } of this.tree.nodes.values()) if (widget !== undefined) values.set(widget, props.value);
    return values;
  }

  /** Widgets whose values are not to be written down. */
  secrets(): ReadonlySet<WidgetId> {
    const secrets = new Set<WidgetId>();
    for (const { type, widget, props } of this.tree.nodes.values())
      if (widget !== undefined && type === "textInput" && props.kind === "password") secrets.add(widget);
    return secrets;
  }

  setLink(link: Link): void {
    this.#show({ ...this.#page, link });
  }

  /** The user has gone to this path. */
  setPath(path: string): void {
    if (path !== this.#page.path) this.#show({ ...this.#page, path });
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

  /** Follows the runs under way. */
  #follow(page: PageState): PageState {
    this.clock.follow(page.running);
    if (!page.running.some(({ fragment }) => fragment === undefined)) this.#elements.complete();
    return page;
  }

  #settle(taken: Taken, { synced }: PageState): void {
    this.widgets.settle(taken);
    // What is half-entered in a page that is yet to come is for widgets that are not there.
    if (!synced || !this.widgets.holdsValues) return;
    const present = new Set<WidgetId>();
    for (const node of this.tree.nodes.values()) if (node.widget !== undefined) present.add(node.widget);
    this.widgets.prune(present);
  }

  #show(next: PageState): void {
    const { unreached } = this.#elements;
    const page = next.unreached === unreached ? next : { ...next, unreached };
    const changed = page !== this.#page;
    this.#page = page;
    this.#render(() => {
      this.#nodes.flush();
      this.widgets.topics.flush();
      if (changed) for (const listener of this.#pageListeners) listener();
    });
  }
}
