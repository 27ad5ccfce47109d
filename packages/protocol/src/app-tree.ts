import type { UpdateMsg } from "./back-msg.ts";
import type { ChildrenDelta, Delta, PropsDelta } from "./delta.ts";
import type { FragmentProps } from "./elements/fragment.ts";
import type { ElementType } from "./elements/index.ts";
import type { ForwardMsg } from "./forward-msg.ts";
import { ROOT_IDS, type Node, type NodeId, type RootName, type WidgetId } from "./node.ts";

/** An element as a browser has it. Never changed: what changes is replaced by a new object. */
export interface AppNode {
  readonly id: NodeId;
  readonly type: ElementType;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly widget?: WidgetId;
  /** 0 for the roots. */
  readonly parent: NodeId;
  /** Of blocks, in order. */
  readonly children?: readonly NodeId[];
}

/** The messages that an `AppTree` takes. */
export type TreeMsg = Extract<ForwardMsg, { readonly type: "tree" | "delta" }>;

/** The elements of one session as a browser has them, kept up to date by the messages of its frames. */
export class AppTree {
  readonly #nodes = new Map<NodeId, AppNode>();
  readonly #fragments = new Set<NodeId>();
  readonly #forms = new Set<NodeId>();
  /** Made when values of a fragment or a form are sent or staged, and only then; forgotten when nodes come or go. */
  #byWidget: Map<WidgetId, NodeId> | undefined;

  constructor() {
    for (const id of Object.values(ROOT_IDS)) this.#nodes.set(id, { id, type: "container", props: {}, parent: 0, children: [] });
  }

  get nodes(): ReadonlyMap<NodeId, AppNode> {
    return this.#nodes;
  }

  root(name: RootName): AppNode {
    return this.#known(ROOT_IDS[name]);
  }

  /** The blocks that are fragments; dialogs are. */
  get fragments(): ReadonlySet<NodeId> {
    return this.#fragments;
  }

  /** The fragments that a node is in, from the inside out; a fragment is in itself. */
  fragmentsAround(id: NodeId): readonly WidgetId[] {
    const around: WidgetId[] = [];
    for (let node = this.#nodes.get(id); node !== undefined; node = this.#nodes.get(node.parent)) {
      const { id: fragment, form } = node.props as unknown as FragmentProps;
      if (node.type === "fragment" && form !== true) around.push(fragment);
      // Its children are a fragment; so is what closes it for the server: no run of the page.
      if (node.type === "dialog") around.push(node.widget as WidgetId);
    }
    return around;
  }

  /** What `UpdateMsg.fragment` says of these values: the innermost fragment that all of their widgets are in. */
  fragmentOf(values: UpdateMsg["values"]): WidgetId | undefined {
    // Most pages have none, and values are sent while a slider is dragged.
    if (this.#fragments.size === 0) return undefined;
    let common: readonly WidgetId[] | undefined;
    for (const [widget] of values) {
      const id = this.#widgets.get(widget);
      const around = id === undefined ? [] : this.fragmentsAround(id);
      common = common?.filter((fragment) => around.includes(fragment)) ?? around;
    }
    return common?.[0];
  }

  /** The form that a widget or trigger stands in: its values are staged. What opens and closes is no entry, and has none. */
  formOf(widget: WidgetId): NodeId | undefined {
    if (this.#forms.size === 0) return undefined;
    const id = this.#widgets.get(widget);
    const node = id === undefined ? undefined : this.#nodes.get(id);
    if (node === undefined || node.children !== undefined) return undefined;
    for (let at = this.#nodes.get(node.parent); at !== undefined; at = this.#nodes.get(at.parent)) if (at.type === "form") return at.id;
    return undefined;
  }

  /** What says how the draft of a widget's form is sent: the form's body, and after how many milliseconds. Undefined unless the widget is live in it. */
  draftOf(widget: WidgetId): { readonly fragment: WidgetId; readonly after: number } | undefined {
    if (this.#forms.size === 0) return undefined;
    const id = this.#widgets.get(widget);
    const node = id === undefined ? undefined : this.#nodes.get(id);
    const after = node?.props.live;
    if (typeof after !== "number") return undefined;
    for (let at = node; at !== undefined && at.type !== "form"; at = this.#nodes.get(at.parent)) {
      const { id: fragment, form } = at.props as unknown as FragmentProps;
      if (at.type === "fragment" && form === true) return { fragment, after };
    }
    return undefined;
  }

  /** The dialog that a widget stands in: what is entered outside of it waits while it is used. */
  dialogOf(widget: WidgetId): NodeId | undefined {
    if (this.#fragments.size === 0) return undefined;
    const id = this.#widgets.get(widget);
    for (let at = id === undefined ? undefined : this.#nodes.get(id); at !== undefined; at = this.#nodes.get(at.parent))
      if (at.type === "dialog") return at.id;
    return undefined;
  }

  /** Applies a message; returns the ids of the nodes that were replaced, added or removed, each once. */
  apply(msg: TreeMsg): readonly NodeId[] {
    const touched = new Set<NodeId>();
    if (msg.type === "tree") {
      for (const id of this.#nodes.keys()) touched.add(id);
      this.#nodes.clear();
      this.#fragments.clear();
      this.#forms.clear();
      this.#byWidget = undefined;
      for (const root of msg.roots) this.#add(root, 0, touched);
    } else {
      for (const delta of msg.deltas) this.#change(delta, touched);
    }
    return [...touched];
  }

  #change(delta: Delta, touched: Set<NodeId>): void {
    if (delta.type === "props") this.#changeProps(delta);
    else this.#changeChildren(delta, touched);
    touched.add(delta.id);
  }

  #changeProps({ id, set, unset, append }: PropsDelta): void {
    const node = this.#known(id);
    const props: Record<string, unknown> = { ...node.props, ...set };
    for (const name of unset ?? []) delete props[name];
    for (const name in append) {
      const before = props[name];
      if (typeof before !== "string") throw bug(`the delta for node ${id} appends to ${name}, which is no string`);
      props[name] = before + append[name];
    }
    this.#nodes.set(id, { ...node, props });
  }

  #changeChildren({ id, order }: ChildrenDelta, touched: Set<NodeId>): void {
    const node = this.#known(id);
    const before = node.children;
    if (before === undefined) throw bug(`node ${id} (${node.type}) got children, but it is no block`);
    this.#byWidget = undefined;
    const kept = new Uint8Array(before.length);
    const children: NodeId[] = [];
    for (const item of order) {
      if (!isRun(item)) {
        children.push(this.#add(item, id, touched));
        continue;
      }
      const [start, count] = item;
      for (let i = start; i < start + count; i++) {
        const child = before[i];
        if (child === undefined || kept[i] === 1)
          throw bug(`the order of node ${id} takes child ${i} of ${before.length} ${child === undefined ? "" : "twice"}`);
        kept[i] = 1;
        children.push(child);
      }
    }
    for (const [i, child] of before.entries()) if (kept[i] === 0) this.#remove(child, touched);
    this.#nodes.set(id, { ...node, children });
  }

  #add(node: Node, parent: NodeId, touched: Set<NodeId>): NodeId {
    const { id, type, key, widget } = node;
    if (this.#nodes.has(id)) throw bug(`node ${id} (${type}) is there already`);
    touched.add(id);
    if (type === "fragment" || type === "dialog") this.#fragments.add(id);
    else if (type === "form") this.#forms.add(id);
    const children = "children" in node ? node.children.map((child) => this.#add(child, id, touched)) : undefined;
    const props = node.props as AppNode["props"];
    this.#nodes.set(id, {
      id,
      type,
      props,
      ...(key !== undefined && { key }),
      ...(widget !== undefined && { widget }),
      parent,
      ...(children && { children }),
    });
    return id;
  }

  #remove(id: NodeId, touched: Set<NodeId>): void {
    touched.add(id);
    for (const child of this.#known(id).children ?? []) this.#remove(child, touched);
    this.#nodes.delete(id);
    this.#fragments.delete(id);
    this.#forms.delete(id);
  }

  get #widgets(): ReadonlyMap<WidgetId, NodeId> {
    if (this.#byWidget === undefined) {
      this.#byWidget = new Map();
      for (const { id, widget } of this.#nodes.values()) if (widget !== undefined) this.#byWidget.set(widget, id);
    }
    return this.#byWidget;
  }

  #known(id: NodeId): AppNode {
    const node = this.#nodes.get(id);
    if (node === undefined) throw bug(`node ${id} is not known`);
    return node;
  }
}

function isRun(item: ChildrenDelta["order"][number]): item is readonly [number, number] {
  return Array.isArray(item);
}

/** Frames come from our own server, numbered and complete: what does not fit was made wrong. */
function bug(what: string): Error {
  return new Error(`A tree message does not fit: ${what}. This is a bug in rivulet.`);
}
