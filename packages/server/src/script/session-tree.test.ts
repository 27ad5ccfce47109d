import { AppTree, decodeFrame, encodeFrame, type AppNode, type ElementType, type ForwardMsg, type NodeId } from "@rivulet/protocol";
import { describe, expect, test } from "vitest";
import { SessionTree, type Identity, type SessionTreeOptions, type TreeBlock, type TreeNode } from "./session-tree.ts";

/** When frames go out: when the run ends, also when the first new element came (FM2), or after each element. */
type Flushing = "end" | "fresh" | "each";

/** A session tree with a browser at the other end of its frames. */
class Session {
  readonly tree: SessionTree;
  readonly browser = new AppTree();
  seq = 0;
  /** Bytes of the frames of the last run. */
  bytes = 0;
  /** Ids that the last run's frames touched. */
  touched: NodeId[] = [];
  #flushing: Flushing = "end";

  constructor(options?: SessionTreeOptions) {
    this.tree = new SessionTree(options);
  }

  get main(): TreeBlock {
    return this.tree.roots.main;
  }

  flush(): void {
    const deltas = this.tree.takeDeltas(++this.seq);
    if (deltas === undefined) return;
    const frame = encodeFrame({ seq: this.seq, msgs: [{ type: "delta", deltas }] });
    this.bytes += frame.length;
    this.touched.push(...this.browser.apply(decodeFrame(frame).msgs[0] as Extract<ForwardMsg, { type: "delta" }>));
  }

  run(page: (session: this) => void, { prune = true, flushing = "end" }: { prune?: boolean; flushing?: Flushing } = {}): this {
    this.bytes = 0;
    this.touched = [];
    this.#flushing = flushing;
    const run = this.tree.beginRun();
    page(this);
    this.tree.endRun(run, prune);
    this.flush();
    return this;
  }

  text(body: string, block = this.main): TreeNode {
    const node = this.tree.emit(block, "text", { body, help: undefined });
    this.#emitted();
    return node;
  }

  widget(
    type: ElementType,
    label: string,
    { block = this.main, key, ...props }: { block?: TreeBlock; key?: string; [prop: string]: unknown } = {},
  ): TreeNode {
    const node = this.tree.emit(block, type, { label, ...props }, id(label, key));
    this.#emitted();
    return node;
  }

  #emitted(): void {
    if (this.#flushing === "end" || (this.#flushing === "fresh" && !this.tree.fresh)) return;
    if (this.#flushing === "fresh") this.#flushing = "end";
    this.flush();
  }

  block(
    type: ElementType,
    { block = this.main, key, ...props }: { block?: TreeBlock; key?: string; [prop: string]: unknown } = {},
  ): TreeBlock {
    return this.tree.block(block, type, props, id("", key));
  }

  /** What the browser shows, blocks as arrays. */
  shown(of: AppNode = this.browser.root("main")): unknown {
    if (of.children === undefined) return of.props["body"] ?? of.props["label"] ?? of.type;
    return of.children.map((child) => this.shown(this.browser.nodes.get(child)));
  }

  /** Node ids by what they show. */
  ids(): Map<unknown, NodeId> {
    return new Map([...this.browser.nodes.values()].map((node) => [this.shown(node), node.id]));
  }
}

function id(label: string, key?: string): Identity {
  return { key, site: "page", label };
}

const THOUSAND = Array.from({ length: 1000 }, (_, i) => `element ${i}`);

const few = ["a", "b", "c", "d", "e", "f", "g", "h"];
/** What becomes of a page, and the bytes that it may cost: in at most two frames, and with a frame for each element. */
const changes: [name: string, from: readonly string[], to: readonly string[], bytes: number, waiting: number][] = [
  ["insert at the top", few, ["new", ...few], 150, 150],
  ["insert in the middle", few, few.toSpliced(4, 0, "new"), 150, 150],
  ["insert at the end", few, [...few, "new"], 150, 150],
  ["remove at the top", few, few.slice(1), 60, 60],
  ["remove in the middle", few, few.toSpliced(4, 1), 60, 60],
  ["remove all but one", few, ["e"], 60, 60],
  ["move up", few, ["f", ...few.filter((x) => x !== "f")], 70, 70],
  ["move down", few, ["a", "c", "d", "e", "f", "b", "g", "h"], 70, 70],
  ["swap", few, ["a", "g", "c", "d", "e", "f", "b", "h"], 80, 150],
  ["reverse", few, few.toReversed(), 90, 450],
  ["change one", few, few.with(3, "changed"), 200, 200],
  ["1000: insert at the top", THOUSAND, ["new", ...THOUSAND], 200, 200],
  ["1000: insert in the middle", THOUSAND, THOUSAND.toSpliced(500, 0, "new"), 200, 200],
  ["1000: remove at the top", THOUSAND, THOUSAND.slice(1), 70, 70],
  ["1000: remove in the middle", THOUSAND, THOUSAND.toSpliced(500, 3), 70, 70],
  ["1000: swap two", THOUSAND, THOUSAND.with(3, "element 900").with(900, "element 3"), 250, 250],
  ["1000: change one", THOUSAND, THOUSAND.with(500, "changed"), 220, 220],
];

describe.each(["display elements", "widgets", "display elements in a column", "widgets in a column"])("[FM3] %s", (kind) => {
  const page = (s: Session, labels: readonly string[]) => () => {
    const block = kind.endsWith("column") ? s.block("column", { block: s.block("columns"), weight: 1 }) : s.main;
    for (const label of labels) {
      if (kind.startsWith("widgets")) s.widget("button", label, { block, kind: "secondary" });
      else s.text(label, block);
    }
  };
  const nested = (labels: readonly string[]) => (kind.endsWith("column") ? [[labels]] : labels);

  test.each(changes)("%s costs what changed", (_, from, to, bytes, waiting) => {
    for (const flushing of ["end", "fresh", "each"] as const) {
      const s = new Session().run((session) => page(session, from)());
      expect(s.shown()).toEqual(nested(from));
      const before = s.ids();
      s.run(page(s, to), { flushing });
      expect(s.shown()).toEqual(nested(to));
      expect(s.bytes, flushing).toBeGreaterThan(0);
      expect(s.bytes, flushing).toBeLessThanOrEqual(flushing === "each" ? waiting : bytes);
      if (kind.startsWith("widgets")) {
        const now = s.ids();
        for (const label of to) if (before.has(label)) expect(now.get(label), label).toBe(before.get(label));
      }
      s.run(page(s, to), { flushing });
      expect(s.bytes).toBe(0);
    }
  });
});

test("[FM3] a moved, removed or inserted neighbour leaves display elements their nodes", () => {
  const s = new Session();
  const page = (labels: readonly string[]) => () => labels.forEach((label) => s.text(label));
  s.run(page(few));
  const before = s.ids();
  for (const labels of [few.toReversed(), few.slice(2), ["g", "c", "x", "d", "e", "f"], ["new", ...few.slice(2)]]) {
    s.run(page(labels));
    expect(s.shown()).toEqual(labels);
    for (const label of ["c", "d", "e", "f", "g"]) expect(s.ids().get(label), label).toBe(before.get(label));
  }
});

test("[FM3] equal neighbours such as dividers are not taken for a sign that what lies between was removed", () => {
  const s = new Session();
  const rows = Array.from({ length: 200 }, (_, i) => `row ${i}`);
  const page = (labels: readonly string[]) => () => labels.forEach((label) => (s.text(label), s.text("---")));
  for (const flushing of ["end", "fresh", "each"] as const) {
    s.run(page(rows));
    s.run(page(["new", ...rows]), { flushing });
    expect(s.shown()).toEqual(["new", ...rows].flatMap((row) => [row, "---"]));
    expect(s.bytes).toBeLessThan(300);
  }
});

test("[FM3] an element that changes in a waiting page is replaced in place: the page does not grow meanwhile", () => {
  const s = new Session();
  const page = (n: number) => () => few.forEach((x) => s.text(x + n));
  s.run(page(1));
  s.tree.beginRun();
  s.text("a2");
  s.flush();
  s.text("b2");
  s.flush();
  expect(s.shown()).toEqual(["a2", "b2", ...few.slice(2).map((x) => `${x}1`)]);
  expect(s.tree.pendingBlocks()).toEqual([[1, 2]]);
});

test("[FM3] a flush does not write over heavy content on a guess", () => {
  const s = new Session();
  const heavy = "x".repeat(100_000);
  s.run(() => s.text(heavy));
  s.run(() => (s.text("new"), s.text(heavy)), { flushing: "each" });
  expect(s.shown()).toEqual(["new", heavy]);
  expect(s.bytes).toBeLessThan(200);
});

test("[FM3] text that grows sends its suffix", () => {
  const s = new Session();
  const log = "line\n".repeat(1000);
  s.run(() => s.text(log));
  s.run(() => s.text(`${log}more`));
  expect(s.bytes).toBeLessThan(60);
  expect(s.shown()).toEqual([`${log}more`]);
  s.run(() => {
    const node = s.text("");
    for (const part of ["a", "ab", "abc"]) {
      s.tree.update(node, { body: part });
      s.flush();
    }
  });
  expect(s.shown()).toEqual(["abc"]);
});

test("[FM3] an identical rerun of a page with everything in it sends nothing", () => {
  const s = new Session();
  const page = () => {
    s.text("title");
    const [a, b] = [s.block("column", { block: s.block("columns"), weight: 1 }), s.block("container")];
    s.text("out of order", b);
    s.widget("slider", "Age", { block: a, min: 0, max: 9, step: 1, value: [1, 2] });
    s.widget("button", "same", { kind: "primary" });
    s.widget("button", "same", { kind: "primary" });
    s.widget("textInput", "Name", { key: "name", value: null });
    const slot = s.block("empty");
    s.text("loading", slot);
    s.tree.emit(slot, "markdown", { body: "done" });
    s.tree.replace(s.text("first"), "markdown", { body: "second" });
    s.tree.emit(s.tree.roots.sidebar, "table", { columns: [{ name: "x", align: "left" }], cells: [["1"]] });
  };
  s.run(page).run(page);
  expect(s.bytes).toBe(0);
  expect(s.touched).toEqual([]);
});

test("[FM3] arrays that a page changes in place are noticed", () => {
  const s = new Session();
  const cells = [["a"]];
  const page = () => s.tree.emit(s.main, "table", { columns: [], cells });
  s.run(page);
  (cells[0] as string[])[0] = "b";
  s.run(page);
  expect(s.browser.nodes.get(8)?.props["cells"]).toEqual([["b"]]);
  expect(s.browser.nodes.size).toBe(5);
});

test("placeholders replace: only the last write counts, whatever its kind, and at a flush at once", () => {
  const s = new Session();
  s.run(() => {
    const slot = s.block("empty");
    s.text("1", slot);
    s.widget("button", "2", { block: slot });
    s.text("3", slot);
  });
  expect(s.shown()).toEqual([["3"]]);
  s.tree.beginRun();
  const slot = s.block("empty");
  s.flush();
  expect(s.shown()).toEqual([["3"]]);
  s.widget("button", "4", { block: slot });
  s.flush();
  expect(s.shown()).toEqual([["4"]]);
  s.text("5", s.block("container", { block: slot }));
  s.flush();
  expect(s.shown()).toEqual([[["5"]]]);
  s.text("6", s.block("container", { block: slot }));
  s.flush();
  expect(s.shown()).toEqual([[["6"]]]);
  s.tree.clear(slot);
  s.flush();
  expect(s.shown()).toEqual([[]]);
});

test("a container that is cleared and written again keeps what is written again", () => {
  const s = new Session();
  const box = (labels: readonly string[]) => () => {
    const block = s.block("container");
    for (const label of labels) s.widget("textInput", label, { block, value: "" });
    s.tree.clear(block);
    for (const label of labels.slice(1)) s.widget("textInput", label, { block, value: "" });
  };
  s.run(box(["x", "y", "z"]));
  expect(s.shown()).toEqual([["y", "z"]]);
  const before = s.ids();
  s.run(box(["x", "y", "z"]));
  expect(s.bytes).toBe(0);
  expect(s.ids()).toEqual(before);
});

test("containers take elements out of order", () => {
  const s = new Session();
  const page = (extra: string[]) => () => {
    const [a, b] = [s.block("container"), s.block("container")];
    s.text("b1", b);
    s.text("a1", a);
    s.text("main");
    for (const x of extra) s.text(x, a);
    s.text("b2", b);
  };
  s.run(page([])).run(page(["a2"]), { flushing: "each" });
  expect(s.shown()).toEqual([["a1", "a2"], ["b1", "b2"], "main"]);
});

test("a handle replaces its element in place, before and after a flush", () => {
  const s = new Session();
  const page = (flush: boolean) => () => {
    s.text("above");
    let handle = s.text("loading");
    s.text("below");
    if (flush) s.flush();
    handle = s.tree.replace(handle, "markdown", { body: "half" });
    handle = s.tree.replace(handle, "text", { body: "done" });
    s.tree.update(handle, { body: "done!" });
  };
  for (const flush of [false, true, true, false]) {
    s.run(page(flush));
    expect(s.shown()).toEqual(["above", "done!", "below"]);
  }
});

test("[SR7] what a cut run did not reach stays, usable, and the next run takes it up", () => {
  const s = new Session();
  const page = () => few.forEach((label) => s.widget("button", label));
  s.run(page);
  const before = s.ids();
  s.run(() => (s.text("new"), s.widget("button", "a")), { prune: false });
  expect(s.shown()).toEqual(["new", ...few]);
  expect(s.tree.widget(s.browser.nodes.get(before.get("h") as NodeId)?.widget as string)?.props["label"]).toBe("h");
  s.run(page);
  expect(s.shown()).toEqual(few);
  expect(s.ids()).toEqual(before);
});

test("[SR7] a run that finished prunes what it did not emit, and their widgets", () => {
  const s = new Session();
  s.run(() => (s.widget("button", "a"), s.widget("slider", "in", { block: s.block("container"), value: 1 })));
  const widget = s.browser.nodes.get(s.ids().get("in") as NodeId)?.widget as string;
  expect(s.tree.widget(widget)).toBeDefined();
  s.run(() => s.widget("button", "a"));
  expect(s.shown()).toEqual(["a"]);
  expect(s.tree.widget(widget)).toBeUndefined();
});

test("[FM4] a widget's identity is its key, else its container, kind, site, label and occurrence", () => {
  const widgets = (page: (s: Session) => void) => {
    const s = new Session();
    s.run(() => page(s));
    return [...s.browser.nodes.values()].flatMap(({ widget }) => widget ?? []);
  };
  const all = widgets((s) => {
    s.widget("button", "a");
    s.widget("button", "a");
    s.widget("button", "b");
    s.widget("checkbox", "a", { value: true });
    s.widget("button", "a", { block: s.block("container") });
    s.widget("button", "a", { block: s.block("container") });
    s.widget("button", "a", { key: "k" });
    s.block("expander", { label: "closed" });
    s.block("expander", { label: "stateful", value: true });
  });
  expect(new Set(all).size).toBe(8);
  expect(all).toContain("k:k");
  expect(widgets((s) => (s.text("more above"), s.widget("button", "b"), s.widget("button", "a"), s.widget("button", "a")))).toEqual([
    all[2],
    all[0],
    all[1],
  ]);
});

test("[FM4] a keyed widget keeps its node when it moves in its container, its id when it moves to another", () => {
  const s = new Session();
  const rows = (keys: readonly string[]) => () => keys.forEach((key) => s.widget("textInput", "Name", { key, value: key }));
  s.run(rows(few));
  const node = (key: string) => [...s.browser.nodes.values()].find((n) => n.key === key) as AppNode;
  const before = few.map((key) => node(key));
  s.run(rows(["h", "b", "a", "g", "e"]));
  expect(s.browser.root("main").children).toEqual(["h", "b", "a", "g", "e"].map((key) => before[few.indexOf(key)]?.id));
  s.run(() => s.widget("textInput", "Name", { key: "b", value: "b", block: s.block("container") }));
  expect(node("b").widget).toBe("k:b");
  expect(node("b").id).not.toBe(before[1]?.id);
  expect(s.tree.widget("k:b")?.id).toBe(node("b").id);
});

test("[FM4] a finished run with another number of equal widgets is told once", () => {
  const told: string[] = [];
  const s = new Session({ onRecount: (_, { label }) => told.push(label) });
  const rows = (n: number) => () => Array.from({ length: n }, () => s.widget("button", "Delete"));
  s.run(rows(3)).run(rows(3));
  expect(told).toEqual([]);
  s.run(rows(1), { prune: false }).run(rows(2));
  expect(told).toEqual(["Delete"]);
  s.run(rows(2));
  expect(told).toEqual(["Delete"]);
});

describe("[BM1] values for equal unkeyed widgets are unsafe while their number changes", () => {
  const setup = (n: number) => {
    const s = new Session();
    const rows =
      (count: number, key = false) =>
      () => {
        for (let i = 0; i < count; i++) s.widget("button", "Delete", key ? { key: `row ${i}` } : {});
      };
    s.run(rows(n));
    return { s, rows, first: () => s.main.children[0] as TreeNode };
  };
  test.each([
    [3, 2, true],
    [1, 2, true],
    [2, 1, true],
    [3, 3, false],
    [1, 1, false],
  ])("from %i to %i: refused %s, until the user has seen it", (from, to, refused) => {
    const { s, rows, first } = setup(from);
    const seen = s.seq;
    s.run(rows(to));
    expect(s.tree.changedCountSince(first(), seen)).toBe(refused);
    expect(s.tree.changedCountSince(first(), s.seq)).toBe(false);
  });

  test("also in the rows' containers, and when the rows were gone meanwhile", () => {
    const s = new Session();
    const rows = (n: number) => () => Array.from({ length: n }, () => s.widget("button", "x", { block: s.block("container") }));
    s.run(rows(3));
    const seen = s.seq;
    s.run(rows(2));
    expect(s.tree.changedCountSince((s.main.children[0] as TreeBlock).children[0] as TreeNode, seen)).toBe(true);
    const again = setup(3);
    const then = again.s.seq;
    again.s.run(again.rows(0)).run(again.rows(1));
    expect(again.s.tree.changedCountSince(again.first(), then)).toBe(true);
  });

  test("never with keys, nor while the run that made them goes on adding", () => {
    const { s, rows, first } = setup(0);
    s.run(rows(2, true));
    const seen = s.seq;
    s.run(rows(1, true));
    expect(s.tree.changedCountSince(first(), seen)).toBe(false);
    const growing = setup(0).s;
    growing.tree.beginRun();
    for (let i = 0; i < 3; i++) {
      growing.widget("button", "Delete");
      growing.flush();
    }
    expect(growing.tree.changedCountSince(growing.main.children[0] as TreeNode, 1)).toBe(false);
  });
});

test("[BM1] a widget is known once it was posted", () => {
  const s = new Session();
  s.tree.beginRun();
  const { widget } = s.widget("button", "a");
  expect(s.tree.widget(widget as string)).toBeUndefined();
  s.flush();
  expect(s.tree.widget(widget as string)?.props["label"]).toBe("a");
});

test("a block that becomes stateful is shown as another node, with all that is in it", () => {
  const s = new Session();
  const page = (value?: boolean) => () => s.text("in", s.block("expander", { label: "more", value }));
  s.run(page());
  expect(s.browser.nodes.get(8)?.widget).toBeUndefined();
  s.run(page(true));
  const block = s.browser.nodes.get(s.browser.root("main").children?.[0] as NodeId);
  expect(block).toMatchObject({ type: "expander", props: { value: true } });
  expect(s.tree.widget(block?.widget as string)).toBeDefined();
  expect(s.shown()).toEqual([["in"]]);
});

test("[FM2] fresh is what is new, not what stands near", () => {
  const s = new Session();
  s.run(() => few.forEach((label) => s.text(label)));
  s.tree.beginRun();
  const fresh = (label: string) => (s.text(label), s.tree.fresh);
  expect(["a", "c", "new", "d", "h"].map(fresh)).toEqual([false, false, true, false, false]);
});

test("[FM6] a run that emits too many elements is told so, and the next one starts anew", () => {
  const s = new Session({ maxElements: 10 });
  const page = (n: number) => () => Array.from({ length: n }, (_, i) => s.text(String(i)));
  expect(() => s.run(page(11))).toThrow(expect.objectContaining({ code: "RIVULET_TOO_MANY_ELEMENTS", details: { limit: 10 } }));
  s.run(page(10));
  expect(s.browser.root("main").children).toHaveLength(10);
});

test("[FM6] a placeholder that is written without end holds one element at a time", () => {
  const s = new Session({ maxElements: 10 });
  s.run(() => {
    const slot = s.block("empty");
    for (let i = 0; i < 100; i++) s.text(String(i), slot);
    for (let i = 0; i < 100; i++) {
      const box = s.block("container", { block: slot });
      for (let line = 0; line < 5; line++) s.text(`${i}, ${line}`, box);
    }
  });
  expect(s.shown()).toEqual([[["99, 0", "99, 1", "99, 2", "99, 3", "99, 4"]]]);
  expect(() => s.run(() => Array.from({ length: 11 }, (_, i) => s.text(String(i))))).toThrow("10");
});

test("a whole tree resets the base", () => {
  const s = new Session();
  s.tree.beginRun();
  s.text("in", s.block("container"));
  const roots = s.tree.wholeTree();
  expect(s.tree.takeDeltas(1)).toBeUndefined();
  s.browser.apply({ type: "tree", roots, config: {}, running: [{ no: 1 }] });
  expect(s.shown()).toEqual([["in"]]);
  s.text("after");
  s.flush();
  expect(s.shown()).toEqual([["in"], "after"]);
});
