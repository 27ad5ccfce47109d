import { transformWithOxc } from "vite";
import { expect, test } from "vitest";
import { takeCallSite, type CallSite } from "../script/call-site.ts";
import { CALL_SITE_KINDS } from "./call-site-kinds.ts";
import { transformUserModule } from "./user-module-plugin.ts";

interface Call {
  readonly kind: string;
  readonly args: readonly unknown[];
  readonly self: boolean;
  readonly site: CallSite | undefined;
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<unknown>;

/** Runs a script with an `st` that records who calls it, how, and from which call site. */
async function run(
  source: string,
  { compile = true, file = "/app/src/page.tsx", scope = {} as Record<string, unknown> } = {},
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const record = (kind: string) =>
    function (this: unknown, ...args: unknown[]): unknown {
      calls.push({ kind, args, self: this === st, site: takeCallSite(kind, ...args) });
      return st;
    };
  const st: Record<string, unknown> = Object.fromEntries([...CALL_SITE_KINDS].map((kind) => [kind, record(kind)]));
  st["write"] = record("write");
  const code = compile ? (transformUserModule(file, source, { root: "/app", isPage: false })?.code ?? source) : source;
  const plain = await transformWithOxc(code, file, { jsx: { runtime: "classic" }, sourcemap: false });
  const names = { st, ...Object.fromEntries([...CALL_SITE_KINDS].map((kind) => [`${kind}_`, st[kind]])), ...scope };
  await new AsyncFunction(...Object.keys(names), plain.code)(...Object.values(names));
  return calls;
}

const idsOf = (calls: readonly Call[]): readonly (string | undefined)[] => calls.map(({ site }) => site?.id);

const SHAPES: readonly (readonly [name: string, source: string])[] = [
  ["one argument", `st.slider("Age")`],
  ["options", `st.slider("Age", { min: 0, max: 3 })`],
  ["no argument", `st.empty()`],
  ["no argument, comment inside", `st.empty(/* nothing ) */)`],
  ["no argument, after a line break", `st\n  // first\n  .empty()`],
  ["optional member", `st?.slider("Age")`],
  ["optional call", `st.slider?.("Age")`],
  ["optional chain without arguments", `st?.empty()`],
  ["short-circuited chain", `const none = undefined as any; none?.slider(st.checkbox("inner")); st.empty()`],
  ["chained", `st.container({ border: true }).columns(2)`],
  ["nested in an argument", `st.slider("a", { min: st.numberInput("lo"), max: st.numberInput("hi") })`],
  ["nested as the last argument", `st.slider("a", st.numberInput("lo"))`],
  ["spread", `st.columns(...[1, 2])`],
  ["empty spread", `st.empty(...[])`],
  ["spread of an iterator", `st.columns(...new Set([3, 1]).values())`],
  ["spread before the last", `st.selectbox(...["City"], ["a"])`],
  ["template literal", "st.button(`B`)"],
  ["template with values", "st.button(`B ${1 + 1}`)"],
  ["arguments on several lines", `st.selectbox(\n  "City", // the label )\n  [1, 2], /* , */\n)`],
  ["parenthesised sequence", `st.button((1, "B"))`],
  ["as const", `st.selectbox("x", ["a", "b"] as const)`],
  ["satisfies", `st.slider("x", { min: 1 } satisfies object)`],
  ["type arguments", `st.selectbox<string>("x", ["a"])`],
  ["non-null receiver and method", `st!.tabs!(["a"])`],
  ["parenthesised receiver", `(st).slider("x")`],
  ["bare name", `const button = st.button; button("x")`],
  ["bare name without arguments after a line without semicolon", `const empty = st.empty\nempty()`],
  ["undefined argument", `st.button("x", undefined)`],
  ["NaN argument", `st.slider("x", NaN)`],
  ["callback", `st.button("x", { onClick: () => { st.checkbox("in") } })`],
  ["function first", `st.fragment(() => st.slider("x"))`],
  ["await in an argument", `st.slider("x", await Promise.resolve({ min: 1 }))`],
  ["class members", `class A { x = st.slider("f"); static y = st.checkbox("s"); m() { return st.button("m") } } new A().m()`],
  ["super", `class B { empty() { return st.empty() } } class C extends B { override empty() { return super.empty() } } new C().empty()`],
  ["default parameter", `function f(a = st.slider("d")) { return a } f()`],
  ["loop", `for (const i of [1, 2]) st.button("B")`],
  ["jsx", `const React = { createElement: (...all: unknown[]) => all }; <b title={st.textInput("t")}>{st.button("b")}</b>`],
  ["other characters", `const ä = "😀"; st.slider("Größe 😀" + ä, { min: 1 })`],
  ["assertion in between", `(st as any).slider("x")`],
];

test.each(SHAPES)("[FM4] %s: every call has its site, nothing else changes", async (_, source) => {
  const [before, after] = [await run(source, { compile: false }), await run(source)];
  const bare = (calls: readonly Call[]) =>
    calls.map(({ kind, args, self }) => [kind, self, args.map((arg) => (typeof arg === "function" ? "function" : String(arg)))]);
  expect(bare(after)).toEqual(bare(before));
  expect(after.length).toBeGreaterThan(0);
  for (const { kind, site } of after) expect(site).toMatchObject({ kind, file: "src/page.tsx" });
});

test("[FM4] a site has the line and column of the name that is called", async () => {
  const [chained, empty] = await run(`\n  st\n    .container({ border: true })\n    .empty();`);
  expect([chained?.site, empty?.site].map((site) => [site?.line, site?.column])).toEqual([
    [3, 6],
    [4, 6],
  ]);
});

test("[FM4] names that are no widget's, computed members and constructions are left alone", () => {
  for (const source of [`st.write("x")`, `st["slider"]("x")`, `new st.slider("x")`, "st.slider`x`", `st.#button`, `const slider = 1`]) {
    if (source.includes("#")) continue;
    expect(transformUserModule("/app/a.ts", source, { root: "/app", isPage: false })).toBeNull();
  }
  const privateMember = `class A { #button(x: number) { return x } m() { return this.#button(1) } }`;
  expect(transformUserModule("/app/a.ts", privateMember, { root: "/app", isPage: false })).toBeNull();
});

test("[FM4] a foreign receiver is unharmed: values, arity, this and evaluation order", async () => {
  const log: unknown[] = [];
  const scope = {
    log: (value: unknown) => (log.push(value), value),
    foreign: {
      name: "foreign",
      status(this: { name: string }, ...args: unknown[]) {
        log.push([this.name, args.length]);
        return this;
      },
    },
  };
  await run(`foreign.status(log(1), log(2)).status().status(...[]).status(...log([3, 4]))`, { scope });
  expect(log).toEqual([1, 2, ["foreign", 2], ["foreign", 0], ["foreign", 0], [3, 4], ["foreign", 2]]);
});

test("[FM4] a note left by a foreign call is not taken by another's: kind and value must match", async () => {
  const scope = { foreign: { slider: () => {}, button: () => {} }, quiet: (st: { slider(x: unknown): void }) => st["slider"]("other") };
  const calls = await run(`foreign.slider("x"); quiet(st); foreign.button("B"); quiet(st);`, { scope });
  expect(calls.map(({ site }) => site)).toEqual([undefined, undefined]);
});

test("[FM4] a method that returns its own site helper's name keeps it", async () => {
  const source = `const __cs = 5; st.slider("x", { min: __cs })`;
  const [call] = await run(source);
  expect(call).toMatchObject({ args: ["x", { min: 5 }], site: { kind: "slider" } });
});

test("[FM4] equal calls differ by their order, different labels and kinds do not count", async () => {
  const ids = idsOf(await run(`st.button("A"); st.button("A"); st.button("B"); st.checkbox("A");`));
  expect(new Set(ids).size).toBe(4);
  const moved = idsOf(await run(`st.checkbox("A"); st.button("B"); st.button("A"); st.button("A");`));
  expect(moved).toEqual([ids[3], ids[2], ids[0], ids[1]]);
});

test("[FM4] a first argument that is no literal counts by its text, a function's by being one", async () => {
  const [a, b] = idsOf(await run(`const label = "x"; st.slider(label); st.fragment(() => 1)`));
  expect(idsOf(await run(`const other = 1; const label = "y"; st.slider(label); st.fragment(() => { return 2 })`))).toEqual([a, b]);
});

test("[FM4] modules with the same calls have different sites", async () => {
  const [a] = idsOf(await run(`st.slider("x")`, { file: "/app/src/a.ts" }));
  const [b] = idsOf(await run(`st.slider("x")`, { file: "/app/src/b.ts" }));
  expect(a).not.toBe(b);
});

test("[FM4] an exported function works before its module was evaluated, as in a circle of imports", async () => {
  const called = await run(`early(); function early() { st.slider("x"); }`);
  expect(called[0]?.site).toMatchObject({ kind: "slider" });
});
