import { transformWithOxc } from "vite";
import { expect, test } from "vitest";
import { CompileError } from "./compile-error.ts";
import { PAGE_FUNCTION } from "./page-transform.ts";
import { transformUserModule } from "./user-module-plugin.ts";

const compile = (source: string): string => transformUserModule("/app/page.ts", source, { root: "/app", isPage: true })?.code ?? "";

/** What a page leaves outside its function, without TypeScript. */
async function outside(source: string): Promise<readonly string[]> {
  const { code } = await transformWithOxc(compile(source), "page.ts", { sourcemap: false, typescript: { onlyRemoveTypeImports: true } });
  const inside = code.slice(code.indexOf(`async function ${PAGE_FUNCTION}`), code.indexOf("\n}", code.indexOf(PAGE_FUNCTION)) + 2);
  return code
    .replace(inside, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("export {"));
}

/** Runs a page without imports and returns what it pushed to `out`. */
async function run(source: string): Promise<readonly unknown[]> {
  const out: unknown[] = [];
  const { code } = await transformWithOxc(compile(source).replace(/export \{ (\w+) as run \};/, "return $1;"), "page.ts", {
    sourcemap: false,
  });
  await (new Function("out", `"use strict"; ${code}`) as (out: unknown[]) => () => Promise<void>)(out)();
  return out;
}

function failure(source: string): CompileError {
  try {
    compile(source);
  } catch (error) {
    if (error instanceof CompileError) return error;
  }
  throw new Error(`compiled: ${source}`);
}

test("[SR1] imports stay outside wherever they stand, the rest runs with each call", async () => {
  const source = `import a from "a";\nconsole.log(a);\nimport { b } from "b"\nconsole.log(b)\nimport * as c from "c"; console.log(c);`;
  expect(await outside(source)).toEqual([`import a from "a";`, `import { b } from "b";`, `import * as c from "c";`]);
});

test.each([
  ["top-level await", `out.push(await Promise.resolve(1))`, [1]],
  ["for await", `for await (const x of [Promise.resolve(1), 2]) out.push(x)`, [1, 2]],
  ["functions are hoisted", `out.push(f()); function f(): number { return 1 }`, [1]],
  ["vars are hoisted", `out.push(typeof v); var v = 1`, ["undefined"]],
  [
    "exported types vanish",
    `export type A = 1; export interface B {} export default interface D {} export declare const c: number; out.push(1)`,
    [1],
  ],
  ["an empty export marks a module", `export {}; out.push(1)`, [1]],
  ["exported lists of types vanish", `type A = 1; export type { A }; export { type A as B }; out.push(1)`, [1]],
  [
    "ambient declarations vanish",
    `declare global { interface W {} } declare module "x" { interface Y {} } declare const z: number; out.push(1)`,
    [1],
  ],
  ["enums and namespaces work", `enum E { A = 3 } namespace N { export const x = 1 } out.push(E.A, N.x)`, [3, 1]],
  ["a hashbang is dropped", `#!/usr/bin/env rivulet\nout.push(1)`, [1]],
  ["a directive stays first", `"use strict"; out.push((function (this: unknown) { return this })())`, [undefined]],
  ["this is undefined, as in a module", `out.push(this)`, [undefined]],
  ["names of ours may be the user's", `const run = 1, __rivulet = 2; out.push(run + __rivulet)`, [3]],
  ["a comment may end the file", `out.push(1) // end`, [1]],
  ["nothing at all", ``, []],
])("[SR1] %s", async (_, source, expected) => {
  expect(await run(source)).toEqual(expected);
});

test("[SR1] lines keep their numbers", () => {
  const source = `import a from "a";\n\nexport type X = 1;\nconst n = 1;\nthrow new Error(String(n));`;
  expect(compile(source).split("\n")[4]).toContain("throw new Error");
});

test.each([
  [`export const a = 1, b = 2`, "a, b"],
  [`export function f() {}`, "f"],
  [`export class C {}`, "C"],
  [`export enum E { A }`, "E"],
  [`export default 1`, "a default"],
  [`export default function () {}`, "a default"],
  [`const a = 1; export { a as b }`, "a as b"],
  [`export { a } from "./a.ts"`, "a"],
  [`export * from "./a.ts"`, `* from "./a.ts"`],
  [`export * as all from "./a.ts"`, `* from "./a.ts"`],
])("[SR1] exports are refused, with advice: %s", (source, what) => {
  const error = failure(`const first = 1;\n${source}`);
  expect(error).toMatchObject({ code: "RIVULET_PAGE_EXPORT", loc: { file: "/app/page.ts", line: 2 } });
  expect(error.message).toContain(`A page cannot export ${what} (/app/page.ts:2:`);
  expect(error.message).toContain("Move what others need into a module beside it");
});

test("[SR1] a return at top level is refused with advice, at its place; inside a function it is none", async () => {
  expect(failure(`const a = 1;\n  return a;`)).toMatchObject({ code: "RIVULET_PAGE_RETURN", loc: { line: 2, column: 3 } });
  expect(failure(`if (1) { return }`).message).toContain("st.stop()");
  expect(await run(`out.push((() => { return 1 })())`)).toEqual([1]);
});

test("[SR1] mistakes in the syntax point at their place", () => {
  expect(failure(`const a = 1;\nconst b = ;`)).toMatchObject({
    code: "RIVULET_PAGE_SYNTAX",
    name: "SyntaxError",
    loc: { line: 2, column: 11 },
  });
  expect(failure(`const a = 1; const a = 2`).message).toContain("already been declared");
});
