import { AppTree, decodeFrame, encodeFrame, type AppNode, type Delta, type ForwardMsg, type NodeId } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { SessionTree, TreeBlock, type Identity, type TreeNode } from "./session-tree.ts";
import { identityOf } from "./tree/tree-node.ts";

/** One element of a generated page. */
interface Spec {
  readonly type: "text" | "divider" | "slider" | "button" | "container" | "expander" | "empty";
  body: string;
  readonly key?: string;
  readonly label: string;
  readonly children?: Spec[];
}

type Random = () => number;

const SEED = Number(process.env["RIVULET_SEED"] ?? Date.now() % 1_000_000);
const CASES = 2000;

/** Takes what stands at the same position for the same element, whatever its identity: what the fuzz must notice. */
class ByPosition extends SessionTree {
  override claim(...[parent, type]: Parameters<SessionTree["claim"]>): TreeNode {
    const site = String(parent.course?.at ?? 0);
    return super.claim(parent, type, { key: undefined, site, label: "" });
  }
}

const Tree = process.env["RIVULET_PLANT"] === "reconciler-by-position" ? ByPosition : SessionTree;

test(
  "[FM3] [FM4] whatever pages, flushes and cuts: browser = live tree = fresh session, and widgets keep their nodes",
  { timeout: 60_000 },
  () => {
    const hits = { runs: 0, cut: 0, moves: 0, patches: 0, inserts: 0, appends: 0, kept: 0, silent: 0 };
    for (let n = 0; n < CASES; n++) {
      const seed = SEED + n;
      try {
        session(seed, hits);
      } catch (error) {
        throw new Error(`seed ${seed} (RIVULET_SEED=${seed} repeats it first)`, { cause: error });
      }
    }
    console.log(`session tree fuzz: seed ${SEED}, ${JSON.stringify(hits)}`);
    for (const [what, floor] of Object.entries({
      cut: 1000,
      moves: 1000,
      patches: 1000,
      inserts: 5000,
      appends: 200,
      kept: 5000,
      silent: 5000,
    })) {
      expect(hits[what as keyof typeof hits], what).toBeGreaterThan(floor);
    }
  },
);

function session(
  seed: number,
  hits: Record<"runs" | "cut" | "moves" | "patches" | "inserts" | "appends" | "kept" | "silent", number>,
): void {
  const random = randomFrom(seed);
  const tree = new Tree();
  const browser = new AppTree();
  let seq = 0;
  let page = specs(random, 0, { next: 0 });
  const flush = () => {
    const deltas = tree.takeDeltas(++seq);
    if (deltas === undefined) return false;
    count(deltas, hits);
    const { msgs } = decodeFrame(encodeFrame({ seq, msgs: [{ type: "delta", deltas }] }));
    browser.apply(msgs[0] as Extract<ForwardMsg, { type: "delta" }>);
    return true;
  };
  for (let run = 0; run < 4; run++) {
    hits.runs++;
    const before = identities(tree);
    const flushiness = pick(random, [0, 0, 0.1, 0.5, 1]);
    const cut = random() < 0.25 ? Math.floor(random() * 12) : Infinity;
    const treeRun = tree.beginRun();
    const emit = new Emitter(tree, cut, () => random() < flushiness && flush());
    const whole = emit.all(tree.roots.main, page);
    if (!whole) hits.cut++;
    tree.endRun(treeRun, whole);
    flush();
    expect(shown(browser)).toEqual(live(tree));
    for (const [identity, id] of identities(tree)) {
      const old = before.get(identity);
      if (old === undefined) continue;
      expect(id, identity).toBe(old);
      hits.kept++;
    }
    if (whole) {
      expect(withoutIds(live(tree))).toEqual(withoutIds(fresh(page)));
      const again = tree.beginRun();
      new Emitter(tree, Infinity, () => false).all(tree.roots.main, page);
      tree.endRun(again, true);
      expect(tree.takeDeltas(++seq)).toBeUndefined();
      hits.silent++;
    }
    if (random() < 0.1) {
      browser.apply({ type: "tree", roots: tree.wholeTree(), config: {}, running: [] });
      expect(tree.takeDeltas(++seq)).toBeUndefined();
    }
    page = mutate(random, page);
  }
}

/** Runs a page: emits its specs, now and then into two containers in turns, until it is cut. */
class Emitter {
  readonly #tree: SessionTree;
  readonly #between: () => unknown;
  #left: number;

  constructor(tree: SessionTree, cut: number, between: () => unknown) {
    this.#tree = tree;
    this.#left = cut;
    this.#between = between;
  }

  all(parent: TreeBlock, page: readonly Spec[]): boolean {
    const later: [TreeBlock, readonly Spec[]][] = [];
    for (const spec of page) {
      if (this.#left-- <= 0) return false;
      const props = propsOf(spec);
      const identity: Identity = { key: spec.key, site: "s", label: spec.label };
      if (spec.children !== undefined) {
        const block = this.#tree.block(parent, spec.type, props, identity);
        if (spec.type === "empty") {
          // Written twice: only the last counts.
          for (const child of spec.children) this.#tree.emit(block, "text", { body: `${child.body} soon` });
          if (!this.all(block, spec.children)) return false;
        } else if (spec.body.length % 2 === 0) later.push([block, spec.children]);
        else if (!this.all(block, spec.children)) return false;
      } else if (spec.type === "text" || spec.type === "divider") {
        const handle = this.#tree.emit(parent, "text", { body: spec.type === "text" && spec.body.length % 5 === 0 ? "first" : spec.body });
        this.#tree.replace(handle, spec.type, props);
      } else this.#tree.emit(parent, spec.type, props, identity);
      this.#between();
    }
    return later.every(([block, children]) => this.all(block, children));
  }
}

function propsOf({ type, body, label }: Spec): object {
  switch (type) {
    case "text":
      return { body, help: undefined };
    case "slider":
      return { label, min: 0, max: 9, step: 1, value: [body.length % 9, 9] };
    case "button":
      return { label, kind: body };
    case "expander":
      return body.length % 3 === 0 ? { label, value: true } : { label };
    default:
      return {};
  }
}

function specs(random: Random, depth: number, keys: { next: number }): Spec[] {
  return Array.from({ length: Math.floor(random() * (depth === 0 ? 10 : 4)) }, () => spec(random, depth, keys));
}

function spec(random: Random, depth: number, keys: { next: number }): Spec {
  const type = pick(random, [
    "text",
    "text",
    "text",
    "divider",
    "slider",
    "button",
    ...(depth < 3 ? (["container", "expander", "empty"] as const) : []),
  ] as const);
  const body = word(random);
  const label = pick(random, ["a", "b", "c"]);
  const key = random() < 0.3 ? `${depth}-${Math.floor(random() * 1e6)}-${keys.next++}` : undefined;
  const children =
    type === "empty"
      ? specs(random, 3, keys).slice(0, 1)
      : type === "container" || type === "expander"
        ? specs(random, depth + 1, keys)
        : undefined;
  return { type, body, label, ...(key !== undefined && { key }), ...(children && { children }) };
}

function mutate(random: Random, page: readonly Spec[]): Spec[] {
  const next = page.map((old) => ({
    ...old,
    ...(old.children && { children: random() < 0.5 ? mutate(random, old.children).slice(0, old.type === "empty" ? 1 : 9) : old.children }),
  }));
  const at = () => Math.floor(random() * next.length);
  for (let n = Math.floor(random() * 3); n > 0; n--) {
    const made = spec(random, 2, { next: 0 });
    if (random() < 0.4 || next.length === 0) next.splice(random() < 0.3 ? 0 : at(), 0, made);
    else if (random() < 0.2) next.splice(at(), 1);
    else if (random() < 0.25) next.reverse();
    else if (random() < 0.3) next.splice(at(), 0, next.splice(at(), 1)[0] as Spec);
    else {
      const target = next[at()] as Spec;
      target.body = random() < 0.5 ? `${target.body}${word(random)}` : word(random);
    }
  }
  return next;
}

/** Every node with an identity, by it and its container's, as long as the container is the same node. */
function identities(tree: SessionTree): Map<string, NodeId> {
  const found = new Map<string, NodeId>();
  const visit = (block: TreeBlock) => {
    for (const node of block.children) {
      // A browser is shown another node when a block starts or stops to be stateful.
      if (node.place !== undefined) found.set(`${block.id} ${node.type} ${"value" in node.props} ${identityOf(node)}`, node.id);
      if (node instanceof TreeBlock) visit(node);
    }
  };
  visit(tree.roots.main);
  return found;
}

interface Shown {
  readonly id?: NodeId;
  readonly type: string;
  readonly props: object;
  readonly key: string | undefined;
  readonly widget: string | undefined;
  readonly children: readonly Shown[] | undefined;
}

function shown(browser: AppTree): Shown {
  const of = ({ id, type, props, key, widget, children }: AppNode): Shown => ({
    id,
    type,
    props,
    key,
    widget,
    children: children?.map((child) => of(browser.nodes.get(child) as AppNode)),
  });
  return of(browser.root("main"));
}

function live(tree: SessionTree): Shown {
  const of = (node: TreeNode): Shown => ({
    id: node.id,
    type: node.type,
    props: Object.fromEntries(Object.entries(node.props).filter(([, value]) => value !== undefined)),
    key: node.key,
    widget: node instanceof TreeBlock && node.props["value"] === undefined ? undefined : node.widget,
    children: node instanceof TreeBlock ? node.children.map(of) : undefined,
  });
  return of(tree.roots.main);
}

function fresh(page: readonly Spec[]): Shown {
  const tree = new SessionTree();
  const run = tree.beginRun();
  new Emitter(tree, Infinity, () => false).all(tree.roots.main, page);
  tree.endRun(run, true);
  return live(tree);
}

function withoutIds({ id: _, children, ...node }: Shown): Shown {
  return { ...node, children: children?.map(withoutIds) };
}

function count(deltas: readonly Delta[], hits: Record<"moves" | "patches" | "inserts" | "appends", number>): void {
  for (const delta of deltas) {
    if (delta.type === "props") {
      hits.patches++;
      if (delta.append) hits.appends++;
      continue;
    }
    let last = -1;
    for (const item of delta.order) {
      if (!Array.isArray(item)) hits.inserts++;
      else if (item[0] < last) hits.moves++;
      else last = item[0];
    }
  }
}

function word(random: Random): string {
  return pick(random, ["x", "yy", "zzz", "lorem", "ipsum dolor", String(Math.floor(random() * 1000))]);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}
