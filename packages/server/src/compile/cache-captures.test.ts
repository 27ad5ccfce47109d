import { expect, test } from "vitest";
import { transformUserModule } from "./user-module-plugin.ts";

const compile = (code: string, isPage: boolean) =>
  transformUserModule("/app/file.ts", `import { st } from "rivulet";\n${code}`, { root: "/app", isPage });
const page = (code: string) => compile(code, true);
const library = (code: string) => compile(code, false);

test.each([
  ["a variable", `const factor = st.slider("f");\nconst f = st.cacheData(async (n: number) => n * factor);`, "factor", 3],
  ["a constant", `const f = st.cacheData(async () => {\n  return URL_BASE;\n});\nconst URL_BASE = "x";`, "URL_BASE", 3],
  ["a function", `function help() {}\nconst f = st.cacheData(() => help());`, "help", 3],
  ["a class", `class A {}\nconst f = st.cacheResource(() => new A());`, "A", 3],
  ["a variable in a default", `let n = 1;\nst.cacheData((a = n) => a);`, "n", 3],
  ["a variable deep inside", `let n = 1;\nst.cacheData((a: number[]) => a.map((x) => { const y = () => n; return y() + x; }));`, "n", 3],
  ["a variable that it sets", `let n = 1;\nst.cacheData(() => { n++; });`, "n", 3],
  ["a variable of a block", `if (1) {\n  const n = 1;\n  st.cacheData(() => n);\n}`, "n", 4],
  ["a variable, named by reference", `const n = 1;\nasync function load() {\n  return n;\n}\nconst f = st.cacheData(load);`, "n", 4],
  ["a variable, with types and parentheses around", `const n = 1;\nst.cacheData(((async () => n)) as () => Promise<number>);`, "n", 3],
  ["a variable, with a key", `const n = 1;\nst.cacheData(() => n, { key: "n" });`, "n", 3],
])("a page's cached function that uses %s of its body is refused at that line", (_, code, variable, line) => {
  expect(() => page(code)).toThrow(
    expect.objectContaining({
      code: "RIVULET_CACHE_CAPTURE",
      loc: expect.objectContaining({ line }),
      message: expect.stringContaining(` uses ${variable}, a variable of the page's body`),
    }),
  );
});

test.each([
  ["imports", `import { base } from "./lib.ts";\nst.cacheData(async () => fetch(base));`],
  [
    "its parameters and own variables",
    `st.cacheData((a: number, { b } = { b: 1 }) => { const c = a + b; function d() { return c; } return d(); });`,
  ],
  ["globals", `st.cacheData(async () => fetch(process.env.X ?? String(Math.PI)));`],
  ["its own name", `st.cacheData(async function me(n: number): Promise<number> { return n && me(n - 1); });`],
  ["itself", `const f = st.cacheData(async (n: number): Promise<number> => n && f(n - 1));`],
  ["other cached functions", `const db = st.cacheResource(() => 1);\nconst f = st.cacheData(async () => (await db()) + 1);`],
  ["types", `interface Row { a: number }\nconst n = 1;\nst.cacheData(async (): Promise<Row> => ({ a: 1 as typeof n }));`],
  ["names that it declares itself", `const n = 1;\nst.cacheData((n: number) => n);`],
])("a page's cached function may use %s", (_, code) => {
  expect(() => page(code)).not.toThrow();
});

test("a library's cached function may use its module's variables, and not those of a function around it", () => {
  expect(() => library(`const n = 1;\nfunction help() { return n; }\nexport const f = st.cacheData(() => help() + n);`)).not.toThrow();
  const made = (options: string) => `export function make(url: string) {\n  return st.cacheData((id: string) => url + id${options});\n}`;
  expect(() => library(made(""))).toThrow(
    expect.objectContaining({
      code: "RIVULET_CACHE_CAPTURE",
      message: expect.stringContaining("uses url, a variable of the function around it"),
    }),
  );
  expect(() => library(made(", { key: url }"))).not.toThrow();
});

test("a cached function's call site knows its name", () => {
  expect(library(`export const load = st.cacheData(() => 1);\nconst all = { other: st.cacheData(() => 2) };`)?.code).toMatch(
    /"cacheData",2,\d+,"load"\].*"cacheData",3,\d+,"other"\]/,
  );
});
