import { elements, type ElementType, type NodeId, type WidgetId } from "@rivulet/protocol";
import type { Course } from "./course.ts";
import { hashId } from "./hash-id.ts";
import type { Props } from "./props.ts";

/** What makes two emits of two runs the same element (FM4). Display elements have none. */
export interface Identity {
  readonly key: string | undefined;
  /** The call site's id, "" if unknown. */
  readonly site: string;
  readonly label: string;
}

/** Where a node stands to what was posted. */
export type NodeStanding = "new" | "posted" | "gone";

/** An element in the live tree; also the handle by which it is updated and replaced in its run. */
export class TreeNode {
  /** Names the node on the wire. 0 for a display element that no flush has placed yet. */
  id: NodeId;
  type: ElementType;
  /** The tree's own copy. */
  props: Props;
  readonly parent: TreeBlock | undefined;
  /** Its identity in its container; undefined for display elements and roots. */
  readonly place: Place | undefined;
  /** The props as posted, while they differ from `props`. */
  posted: Props | undefined = undefined;
  standing: NodeStanding = "new";
  /** The pass of its container that emitted it last. */
  seen = 0;
  /** Where it stood among the old children; meaningful within one settlement only. */
  index = -1;

  constructor(id: NodeId, type: ElementType, props: Props, parent: TreeBlock | undefined, place: Place | undefined) {
    this.id = id;
    this.type = type;
    this.props = props;
    this.parent = parent;
    this.place = place;
  }

  /** The user's explicit key. */
  get key(): string | undefined {
    return this.place?.key;
  }

  /** What a BackMsg names: of widgets, triggers, and blocks that can be stateful. */
  get widget(): WidgetId | undefined {
    return this.place !== undefined && takesValues(this.type) ? identityOf(this) : undefined;
  }
}

/** An element with children. */
export class TreeBlock extends TreeNode {
  /** In mid-run: what was emitted, and the old children that were not reached yet. */
  children: TreeNode[] = [];
  /** The ids of the children as posted, while they differ. */
  base: NodeId[] | undefined = undefined;
  /** How far the run has come here that emits it now. */
  course: Course | undefined = undefined;
}

/** A node's identity, in its container. */
export class Place {
  readonly key: string | undefined;
  readonly site: string;
  readonly label: string;
  /** Tells equal unkeyed neighbours apart. */
  readonly occurrence: number;
  /** The run that made the node. */
  readonly run: number;
  /** The equal unkeyed neighbours, when there are or were several. */
  group: Group | undefined = undefined;
  /** Identity over the whole tree, once asked for. */
  path: string | undefined = undefined;

  constructor(identity: Identity, occurrence: number, run: number) {
    this.key = identity.key;
    this.site = identity.site;
    this.label = identity.label;
    this.occurrence = occurrence;
    this.run = run;
  }
}

/** Equal unkeyed neighbours: told apart by occurrence only, hence unsafe while their number changes (BM1). */
export class Group {
  /** By occurrence. */
  readonly nodes: (TreeNode | undefined)[] = [];
  live = 0;
  /** How many were emitted in the pass. */
  count = 0;
  pass = 0;
  /** The run that made the first of them. */
  readonly run: number;
  /** The frame in which their number changed last. */
  changed = 0;
  /** How many there were when a run finished last. */
  finished: number;

  constructor(run: number, finished: number) {
    this.run = run;
    this.finished = finished;
  }

  add(node: TreeNode): void {
    this.nodes[node.place?.occurrence ?? 0] = node;
    this.live++;
    if (node.place) node.place.group = this;
  }

  /** The occurrence that is emitted next in the pass. */
  next(pass: number): number {
    return this.pass === pass ? this.count : 0;
  }

  took(pass: number): void {
    this.count = this.pass === pass ? this.count + 1 : 1;
    this.pass = pass;
  }
}

/** True if a browser may send values for this type. */
export function takesValues(type: ElementType): boolean {
  return "parse" in elements[type];
}

/** A node's identity over the whole tree: by its key, else by its container's and its own; a root's is its id. */
export function identityOf(node: TreeNode): string {
  const { place } = node;
  if (place === undefined) return String(node.id);
  return (place.path ??=
    place.key === undefined
      ? hashId(`${node.parent ? identityOf(node.parent) : ""}\0${node.type}\0${place.site}\0${place.label}\0${place.occurrence}`)
      : `k:${place.key}`);
}
