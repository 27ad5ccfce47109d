import {
  elements,
  ROOT_IDS,
  FIRST_NODE_ID,
  type Delta,
  type ElementType,
  type Node,
  type NodeId,
  type RootName,
  type WidgetId,
} from "@rivulet/protocol";
import { RivuletError } from "../errors.ts";
import { Course } from "./tree/course.ts";
import { indexOf, isPlace, isSame, nameOf, wasPassedOver, WINDOW } from "./tree/match.ts";
import { Neighbours } from "./tree/neighbours.ts";
import { PostedBase } from "./tree/posted-base.ts";
import { ownProps, sameProps, type Props } from "./tree/props.ts";
import { settle, type Settling } from "./tree/settle.ts";
import { Place, takesValues, TreeBlock, TreeNode, type Identity } from "./tree/tree-node.ts";
import { TreeRun } from "./tree/tree-run.ts";

export type { Props } from "./tree/props.ts";
export { identityOf, TreeBlock, TreeNode, type Identity } from "./tree/tree-node.ts";
export { TreeRun } from "./tree/tree-run.ts";

/** Levels of blocks: deeper than anybody looks, and far from where encoding or rendering would overflow a stack. */
const MAX_DEPTH = 200;

export interface SessionTreeOptions {
  /** Emits a run may make (FM6). Default 50,000. */
  readonly maxElements?: number | undefined;
  /** Told when a run finished with another number of equal unkeyed elements than the finished run before (FM4). */
  readonly onRecount?: ((first: TreeNode, identity: Identity) => void) | undefined;
}

/**
 * What a session shows, and its difference to what was posted (FM3). Emits are matched with the elements of the runs
 * before: what has an identity at once, what is only shown at once if an equal one stands where it is expected, else
 * over the batch of a flush. Runs no code of the page.
 */
export class SessionTree {
  readonly roots: Readonly<Record<RootName, TreeBlock>>;
  /** True if the last emit or replacement showed something new: not found among the next 32 old siblings (FM2). */
  fresh = false;

  readonly #maxElements: number;
  readonly #onRecount: SessionTreeOptions["onRecount"];
  readonly #base = new PostedBase();
  // Most sessions are small and idle: what they need only at times is made when it is needed.
  #neighbours: Neighbours | undefined;
  #widgets: Map<WidgetId, TreeNode> | undefined;
  /** The runs under way, in the order in which they began. */
  readonly #runs: TreeRun[] = [];
  /** Blocks of theirs whose children a flush must settle. */
  #unsettled: TreeBlock[] = [];
  #lastId: NodeId = FIRST_NODE_ID - 1;
  #lastRun = 0;
  #pass = 0;
  #emitted = 0;
  #emittedBeforeFlush = 0;
  /** The browser shows the page as it was elsewhere (SR8): it may have what is not posted yet. */
  remade = false;

  constructor(options: SessionTreeOptions = {}) {
    this.#maxElements = options.maxElements ?? 50_000;
    this.#onRecount = options.onRecount;
    this.roots = { main: newRoot("main"), sidebar: newRoot("sidebar"), bottom: newRoot("bottom"), overlay: newRoot("overlay") };
  }

  /** Counts what the runs of the session have emitted, wherever. */
  get emitted(): number {
    return this.#emitted;
  }

  /** A new run starts: it emits from the top of `blocks`, by default of the whole page. Where another run emits, this one takes over. */
  beginRun(blocks: readonly TreeBlock[] = this.#allRoots()): TreeRun {
    const run = new TreeRun(++this.#lastRun);
    this.#runs.push(run);
    for (const block of blocks) this.#start(block, run);
    return run;
  }

  /** Puts an element at `parent`'s cursor; in an `empty` block it replaces the child. Throws when too many of the run's stand. */
  emit(parent: TreeBlock, type: ElementType, props: object, identity?: Identity): TreeNode {
    if (identity !== undefined) {
      const node = this.claim(parent, type, identity);
      this.update(node, props);
      return node;
    }
    return this.#emitDisplay(parent, this.#enter(parent), type, props as Props);
  }

  /** Puts a block at `parent`'s cursor; its own cursor starts at its top. */
  block(parent: TreeBlock, type: ElementType, props: object, identity: Identity): TreeBlock {
    return this.emit(parent, type, props, identity) as TreeBlock;
  }

  /**
   * Puts an element with an identity at `parent`'s cursor, with the props it had: `update` must follow.
   * So a widget's value can be looked up by its id before its props are made.
   */
  claim(parent: TreeBlock, type: ElementType, identity: Identity): TreeNode {
    const course = this.#enter(parent);
    this.fresh = false;
    const expected = course.expected(parent);
    let node: TreeNode | undefined;
    if (expected !== undefined && expected.type === type && isPlace(expected.place, identity, course.pass)) {
      course.take(expected, course.at, this.#emitted);
      node = expected;
    } else {
      node = this.#find(parent, course, type, identity);
    }
    node.place?.group?.took(course.pass);
    if (node instanceof TreeBlock) this.#start(node, course.run);
    return node;
  }

  /**
   * The block with this identity in `parent`, in which `run` emits from now on from the top. A run that emits into `parent` itself puts
   * it at its cursor, and so does another one that emits there if `isPast` says that it will not do so later by itself; else it
   * stands where it stood, or at the end.
   */
  region(parent: TreeBlock, type: ElementType, identity: Identity, run: TreeRun, isPast: (run: TreeRun) => boolean): TreeBlock {
    const { course } = parent;
    const known = course?.run === run ? undefined : this.#regionIn(parent, type, identity);
    const emits = course !== undefined && (course.run === run || (known?.seen !== course.pass && isPast(course.run)));
    const block = emits ? (this.claim(parent, type, identity) as TreeBlock) : (known ?? this.#newRegion(parent, type, identity));
    if (block.course?.run !== run) this.#start(block, run);
    return block;
  }

  /** Gives an element that was emitted new props, all of them. */
  update(node: TreeNode, props: object): void {
    if (node.standing === "gone" || sameProps(node.props, props as Props)) return;
    if (node instanceof TreeBlock && node.standing === "posted" && isStateful(node, node.props) !== isStateful(node, props as Props)) {
      // A browser learns from a node that it is stateful: it must get another one.
      this.#base.touch(node.parent as TreeBlock);
      this.#renew(node);
    }
    this.#base.setProps(node, ownProps(props));
  }

  /** Puts a display element in the place of `node`, itself one; returns the handle to go on with. */
  replace(node: TreeNode, type: ElementType, props: object): TreeNode {
    if (node.standing === "gone") return node;
    const parent = node.parent as TreeBlock;
    const { course } = parent;
    if (course?.isLast(node, this.#emittedBeforeFlush)) {
      // Nobody saw what it was taken for, so it counts as emitted with its new content only.
      course.giveBack(node);
      return this.#emitDisplay(parent, course, type, props as Props);
    }
    this.fresh = node.type !== type || !sameProps(node.props, props as Props);
    if (node.type !== type && node.id !== 0) {
      this.#base.touch(parent);
      this.#renew(node);
    }
    node.type = type;
    this.update(node, props);
    return node;
  }

  /** Removes all children; what is emitted next starts at the top. */
  clear(block: TreeBlock): void {
    if (block.standing !== "gone") this.#restart(block, block.course ?? this.#start(block, this.#latest()));
  }

  /** The widget, trigger or stateful block with this id, if its user may see it. */
  widget(id: WidgetId): TreeNode | undefined {
    const node = this.#widgets?.get(id);
    if (node === undefined || node.standing === "gone" || (node.standing === "new" && !this.remade)) return undefined;
    return !(node instanceof TreeBlock) || isStateful(node, node.props) ? node : undefined;
  }

  /** BM1: true if `node` or a block around it has equal unkeyed neighbours whose number changed in a frame after `seq`. */
  changedCountSince(node: TreeNode, seq: number): boolean {
    for (let at: TreeNode | undefined = node; at?.place !== undefined && at.place.key === undefined; at = at.parent) {
      if (at.place.group !== undefined && at.place.group.changed > seq) return true;
    }
    return false;
  }

  /** True if `node` or a block around it has equal unkeyed neighbours: only their number tells which of them a user meant. */
  hasEquals(node: TreeNode): boolean {
    for (let at: TreeNode | undefined = node; at?.place !== undefined && at.place.key === undefined; at = at.parent) {
      if (at.place.group !== undefined) return true;
    }
    return false;
  }

  /** True if the run that emits where `node` stands has emitted it. */
  isReached(node: TreeNode): boolean {
    return node.parent?.course !== undefined && node.seen === node.parent.course.pass;
  }

  /** Ends a run, once: with `prune` what it did not emit in its blocks is removed, else it is left to the next run (SR7). */
  endRun(run: TreeRun, prune: boolean): void {
    const settling = this.#settling();
    for (const block of run.started) {
      const { course } = block;
      if (course?.run !== run) continue;
      settle(block, course, prune || course.drop, settling);
      block.course = undefined;
    }
    run.started.length = 0;
    const at = this.#runs.indexOf(run);
    if (at >= 0) this.#runs.splice(at, 1);
    // While others are under way, groups of theirs may be half emitted.
    if (prune && this.#runs.length === 0) this.#neighbours?.finished(this.#onRecount);
  }

  /** What changed since the last frame; from now on frame `seq` is the base. Undefined if nothing changed. */
  takeDeltas(seq: number): Delta[] | undefined {
    this.#settleAll();
    const deltas = this.#base.take();
    this.#neighbours?.posted(seq, (number) => this.#runs.some((run) => run.number === number));
    return deltas.length > 0 ? deltas : undefined;
  }

  /** For each block of a run with children that it has not reached: the block, and the index of the first. Follows `takeDeltas`. */
  pendingBlocks(): [NodeId, number][] {
    const pending: [NodeId, number][] = [];
    for (const run of this.#runs) {
      for (const { id, course, children } of run.started) {
        if (course?.run === run && course.at < children.length) pending.push([id, course.at]);
      }
    }
    return pending;
  }

  /** The roots as they are now, in the order of `ROOT_IDS`; from now on they are the base. `takeDeltas` must follow. */
  wholeTree(): Node[] {
    this.#settleAll();
    return this.#base.takeWhole(this.#allRoots());
  }

  /** Lets go of every node: the session is over, and whoever still holds one must not hold them all. */
  release(): void {
    const empty = (block: TreeBlock): void => {
      for (const child of block.children.splice(0)) if (child instanceof TreeBlock) empty(child);
      block.course = undefined;
    };
    for (const root of this.#allRoots()) empty(root);
    this.#widgets = this.#neighbours = undefined;
    this.#runs.length = this.#unsettled.length = 0;
    this.#base.takeWhole([]);
  }

  #allRoots(): TreeBlock[] {
    return [this.roots.main, this.roots.sidebar, this.roots.bottom, this.roots.overlay];
  }

  #settling(): Settling {
    return { base: this.#base, newId: () => ++this.#lastId, drop: (node) => this.#drop(node) };
  }

  #settleAll(): void {
    this.#emittedBeforeFlush = this.#emitted;
    if (this.#unsettled.length === 0) return;
    const settling = this.#settling();
    for (const block of this.#unsettled) {
      const { course } = block;
      if (course?.settled !== false) continue;
      settle(block, course, course.drop, settling);
      course.settled = true;
      course.drop = false;
    }
    this.#unsettled = [];
  }

  /** The next flush must settle `block`. */
  #unsettle(block: TreeBlock, course: Course): void {
    if (course.settled) this.#unsettled.push(block);
    course.settled = false;
  }

  /** Every emit begins here. */
  #enter(parent: TreeBlock): Course {
    const course = parent.course ?? this.#start(parent, this.#latest());
    if (parent.type === "empty") this.#restart(parent, course);
    this.#emitted++;
    course.emitted++;
    if (++course.run.standing > this.#maxElements) throw new RivuletError("RIVULET_TOO_MANY_ELEMENTS", { limit: this.#maxElements });
    return course;
  }

  /** The run that began last. Blocks without a course are those that are gone: what is written there is lost with it. */
  #latest(): TreeRun {
    return this.#runs.at(-1) ?? new TreeRun(this.#lastRun);
  }

  #start(block: TreeBlock, run: TreeRun): Course {
    const { course } = block;
    // Emitted twice in one run (in a placeholder): only the second time counts.
    if (course?.run === run) return this.#restart(block, course);
    // Another run was here: it has lost the block, and what it did not reach is this one's to keep.
    if (course !== undefined) settle(block, course, course.drop, this.#settling());
    run.started.push(block);
    return (block.course = new Course(run, ++this.#pass));
  }

  #restart(block: TreeBlock, course: Course): Course {
    uncount(block, course);
    if (course.out !== undefined) {
      // The old children stay candidates until a flush; what came since is void.
      const old = new Set(block.children);
      for (const node of course.out) if (!old.has(node)) this.#drop(node);
    }
    course.restart(++this.#pass);
    course.drop = true;
    this.#unsettle(block, course);
    return course;
  }

  #emitDisplay(parent: TreeBlock, course: Course, type: ElementType, props: Props): TreeNode {
    const expected = course.expected(parent);
    if (expected !== undefined && isSame(expected, type, props)) {
      course.take(expected, course.at, this.#emitted);
      this.fresh = false;
      return expected;
    }
    const { children } = parent;
    let found = -1;
    let ambiguous = false;
    for (let i = course.at + 1, left = WINDOW; i < children.length && left > 1; i++) {
      const old = children[i] as TreeNode;
      if (old.seen === course.pass) continue;
      left--;
      if (!isSame(old, type, props)) continue;
      if (found >= 0) {
        ambiguous = true;
        break;
      }
      found = i;
    }
    this.fresh = found < 0 && !wasPassedOver(parent, course, type, props);
    // Passing over is right if what lies between was removed. Of several equal ones (dividers) that says nothing.
    if (found >= 0 && !ambiguous) {
      const old = children[found] as TreeNode;
      course.take(old, found, this.#emitted);
      return old;
    }
    const node = new TreeNode(0, type, ownProps(props), parent, undefined);
    this.#add(parent, course, node);
    return node;
  }

  #regionIn(parent: TreeBlock, type: ElementType, identity: Identity): TreeBlock | undefined {
    const name = nameOf(type, identity);
    const here = [...parent.children, ...(parent.course?.out ?? [])];
    return here.find((node) => node.place !== undefined && node.standing !== "gone" && nameOf(node.type, node.place) === name) as
      | TreeBlock
      | undefined;
  }

  #newRegion(parent: TreeBlock, type: ElementType, identity: Identity): TreeBlock {
    this.#base.touch(parent);
    const block = new TreeBlock(++this.#lastId, type, {}, parent, new Place(identity, 0, this.#lastRun));
    if (parent.standing === "gone") block.standing = "gone";
    if (parent.type === "empty") for (const child of parent.children.splice(0)) this.#drop(child);
    parent.children.push(block);
    return block;
  }

  /** The element with this identity wherever it stands in `parent`, else a new one. */
  #find(parent: TreeBlock, course: Course, type: ElementType, identity: Identity): TreeNode {
    const index = (course.index ??= indexOf(parent, course));
    const name = nameOf(type, identity);
    const first = index.get(name);
    if (first === undefined) {
      const node = this.#create(parent, course, type, identity, 0);
      if (identity.key === undefined) this.#neighbours?.addedFirst(node);
      index.set(name, node);
      return node;
    }
    let { group } = first.place as Place;
    if (group === undefined && first.seen !== course.pass) return this.#move(parent, course, first);
    const neighbours = (this.#neighbours ??= new Neighbours());
    if (group === undefined) {
      group = neighbours.groupOf(first, course.run.number);
      group.took(course.pass);
    }
    const occurrence = group.next(course.pass);
    const next = group.nodes[occurrence];
    if (next !== undefined) return this.#move(parent, course, next);
    const node = this.#create(parent, course, type, identity, occurrence);
    neighbours.added(node, group);
    return node;
  }

  /** Emits an old element that stands elsewhere: passes over what is before it if it is near, else it moves here. */
  #move(parent: TreeBlock, course: Course, node: TreeNode): TreeNode {
    const { children } = parent;
    for (let i = course.at; i < course.at + WINDOW && i < children.length; i++) {
      if (children[i] !== node) continue;
      course.take(node, i, this.#emitted);
      return node;
    }
    course.diverge(parent).push(node);
    this.#unsettle(parent, course);
    node.seen = course.pass;
    return node;
  }

  #create(parent: TreeBlock, course: Course, type: ElementType, identity: Identity, occurrence: number): TreeNode {
    const place = new Place(identity, occurrence, course.run.number);
    const Kind = elements[type].class === "block" ? TreeBlock : TreeNode;
    if (Kind === TreeBlock) checkDepth(parent, type);
    const node = new Kind(++this.#lastId, type, {}, parent, place);
    if (takesValues(type)) (this.#widgets ??= new Map()).set(node.widget as WidgetId, node);
    this.#add(parent, course, node);
    this.fresh = true;
    return node;
  }

  #add(parent: TreeBlock, course: Course, node: TreeNode): void {
    node.seen = course.pass;
    if (course.out === undefined && course.holes === 0 && course.at === parent.children.length) {
      // Nothing old is left that it could be or stand before.
      this.#base.touch(parent);
      if (node.id === 0) node.id = ++this.#lastId;
      parent.children.push(node);
      course.at++;
      course.taken = undefined;
      return;
    }
    course.diverge(parent).push(node);
    this.#unsettle(parent, course);
  }

  #drop(node: TreeNode): void {
    this.#base.forget(node, "gone");
    if (node.place !== undefined) {
      this.#neighbours?.removed(node);
      const id = node.widget;
      if (id !== undefined && this.#widgets?.get(id) === node) this.#widgets.delete(id);
    }
    if (!(node instanceof TreeBlock)) return;
    for (const child of node.children) if (child.standing !== "gone") this.#drop(child);
    // What a run in flight has emitted there is not among the children yet.
    for (const child of node.course?.out ?? []) if (child.standing !== "gone") this.#drop(child);
    node.course = undefined;
  }

  /** The browser will see another node, and so all below it anew. */
  #renew(node: TreeNode): void {
    this.#base.forget(node, "new");
    node.id = ++this.#lastId;
    if (node instanceof TreeBlock) for (const child of node.children) this.#renew(child);
  }
}

/** What the run has emitted in `block` stands no more. */
function uncount(block: TreeBlock, course: Course): void {
  course.run.standing -= course.emitted;
  course.emitted = 0;
  for (const child of course.out ?? block.children) {
    if (child instanceof TreeBlock && child.course?.run === course.run) uncount(child, child.course);
  }
}

function newRoot(name: RootName): TreeBlock {
  const root = new TreeBlock(ROOT_IDS[name], "container", {}, undefined, undefined);
  root.standing = "posted";
  return root;
}

function checkDepth(parent: TreeBlock, type: ElementType): void {
  let depth = 0;
  for (let at: TreeNode | undefined = parent; at !== undefined; at = at.parent) depth++;
  if (depth <= MAX_DEPTH) return;
  const problem = `cannot stand in more than ${MAX_DEPTH} others. Does a function that makes it call itself without end?`;
  throw new RivuletError("RIVULET_BAD_PLACE", { call: `st.${type}`, problem });
}

function isStateful(block: TreeBlock, props: Props): boolean {
  return takesValues(block.type) && props["value"] !== undefined;
}
