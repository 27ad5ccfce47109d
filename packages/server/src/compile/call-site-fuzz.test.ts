import { transformWithOxc } from "vite";
import { expect, test } from "vitest";
import { takeCallSite } from "../script/call-site.ts";
import { transformUserModule } from "./user-module-plugin.ts";

const seed = Number(process.env["RIVULET_SEED"] ?? Date.now() % 1_000_000);
const ROUNDS = 40;

/** Mulberry32. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Writer {
  readonly #next: () => number;
  #labels = 0;

  constructor(state: number) {
    this.#next = random(state);
  }

  pick<T>(...choices: readonly T[]): T {
    return choices[Math.floor(this.#next() * choices.length)] as T;
  }

  call(depth: number): string {
    const kind = this.pick("slider", "button", "columns", "empty", "container", "selectbox", "status");
    const receiver =
      depth > 2 ? this.pick("st", "far") : this.pick("st", "far", "(st)", "st!", "far.self", "far?.self", this.call(depth + 1));
    const space = this.pick("", " ", "\n", "/* , ) */", " // x\n");
    return `${receiver}${space}${this.pick(".", ".", "?.")}${kind}${this.pick("", "", "!")}(${this.args(depth)})`;
  }

  args(depth: number): string {
    const list = Array.from({ length: this.pick(0, 1, 1, 2, 3) }, () => this.value(depth));
    return list.join(this.pick(",", ", ", " /* ) */, ")) + (list.length > 0 ? this.pick("", ",", "\n") : this.pick("", " "));
  }

  value(depth: number): string {
    const simple = [
      `"L${this.#labels++ % 4}"`,
      "1",
      "undefined",
      "NaN",
      "`t`",
      "`t${1}`",
      "...[1, 2]",
      "...[]",
      "[1] as const",
      "(1, 2)",
      "{ a: 1 } satisfies object",
      "{ ...{ b: 2 } }",
    ];
    if (depth > 2) return this.pick(...simple);
    return this.pick(
      ...simple,
      this.call(depth + 1),
      `...[${this.call(depth + 1)}]`,
      `await ${this.call(depth + 1)}`,
      `await (async () => ${this.call(depth + 1)})()`,
    );
  }

  program(): string {
    return Array.from({ length: 8 }, () => `${this.call(0)};`).join("\n");
  }
}

type Note = readonly [receiver: string, kind: string, args: string, site: string | undefined];

async function run(source: string, compile: boolean): Promise<readonly Note[]> {
  const notes: Note[] = [];
  const make = (receiver: string): Record<string, unknown> => {
    const self: Record<string, unknown> = {};
    for (const kind of ["slider", "button", "columns", "empty", "container", "selectbox", "status"]) {
      self[kind] = function (this: unknown, ...args: unknown[]) {
        const site = receiver === "st" ? takeCallSite(kind, ...args)?.id : undefined;
        notes.push([
          this === self ? receiver : "lost",
          kind,
          `${args.length} ${args.map((arg) => (arg === st || arg === far ? "@" : JSON.stringify(arg))).join()}`,
          site,
        ]);
        return self;
      };
    }
    self["self"] = self;
    return self;
  };
  const [st, far] = [make("st"), make("far")];
  const code = compile ? transformUserModule("/app/a.ts", source, { root: "/app", isPage: false })?.code : source;
  const plain = await transformWithOxc(`(async (st, far) => { ${code} })`, "a.ts", { sourcemap: false });
  await (0, eval)(plain.code)(st, far);
  return notes;
}

test(`[FM4] random calls keep values, arity and receivers, and each call of st has its site (seed ${seed})`, async () => {
  let calls = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const source = new Writer(seed + round).program();
    const [before, after] = [await run(source, false), await run(source, true)];
    const bare = (notes: readonly Note[]) => notes.map(([receiver, kind, args]) => [receiver, kind, args]);
    expect(bare(after), `seed ${seed + round}\n${source}`).toEqual(bare(before));
    const without = after.filter(([receiver, , , site]) => receiver === "st" && site === undefined);
    expect(without, `seed ${seed + round}\n${source}`).toEqual([]);
    calls += after.length;
  }
  expect(calls).toBeGreaterThan(ROUNDS * 8);
});

test(`[FM4] edits elsewhere keep the ids: other code, other labels, other kinds, moves (seed ${seed})`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const lines = new Writer(seed + round).program();
    const edited = `const unrelated = 1;\n\nst.checkbox?.("new");\n${lines}\nif (unrelated) st.slider("another label", {});`;
    const ids = (notes: readonly Note[]) => notes.map(([, , , site]) => site);
    const [before, after] = [ids(await run(lines, true)), ids(await run(edited, true))];
    expect(after.slice(0, before.length), `seed ${seed + round}\n${lines}`).toEqual(before);
  }
});
