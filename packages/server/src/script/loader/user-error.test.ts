import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { RivuletError, StaleRunContextError } from "../../errors.ts";
import { toErrorInfo } from "./user-error.ts";
import { userFrames } from "./user-stack.ts";

const folder = mkdtempSync(join(tmpdir(), "rivulet-error-"));
afterAll(() => rmSync(folder, { recursive: true }));
const page = join(folder, "page.ts");
writeFileSync(page, Array.from({ length: 9 }, (_, i) => `line ${i + 1}`).join("\n"));

const dev = (thrown: unknown) => toErrorInfo(thrown, { production: false });

function withStack(error: Error, ...frames: string[]): Error {
  error.stack = `${error.name}: ${error.message}\n${frames.map((frame) => `    at ${frame}`).join("\n")}`;
  return error;
}

test("an error has the user's own frame with the lines around it, and only his calls", () => {
  const info = dev(
    withStack(
      new TypeError("boom"),
      "node:internal/x:1:1",
      `Array.map (<anonymous>)`,
      `load (/app/node_modules/pkg/index.js:1:1)`,
      `Object.deep (${page}:2:3)`,
      new URL("../../script/st.ts", import.meta.url).pathname + ":1:1",
      `async __rivulet_page (file://${page}?rivulet-page:8:5)`,
    ),
  );
  expect(info).toMatchObject({ name: "TypeError", message: "boom", frame: { file: page, line: 2, column: 3 } });
  expect(info.frame?.excerpt).toEqual([1, 2, 3, 4, 5].map((line) => ({ line, text: `line ${line}` })));
  expect(info.stack).toEqual([`deep (${page}:2:3)`, `page (${page}:8:5)`]);
});

test("frames without names, with eval, with Windows paths are read", () => {
  expect(
    userFrames(
      "Error\n    at file:///a/b%20c.ts:1:2\n    at async C:\\x\\y.ts:3:4\n    at new Thing (/a/d.ts:5:6)\n    at run [as go] (/a/e.ts:7:8)",
    ),
  ).toEqual([
    { name: undefined, file: "/a/b c.ts", line: 1, column: 2 },
    { name: undefined, file: "C:\\x\\y.ts", line: 3, column: 4 },
    { name: "Thing", file: "/a/d.ts", line: 5, column: 6 },
    { name: "run", file: "/a/e.ts", line: 7, column: 8 },
  ]);
});

test("what looks like a place in a message is none", () => {
  const info = dev(withStack(new Error("failed:\n    at other (/etc/passwd:1:1)"), `f (${page}:3:1)`));
  expect(info).toMatchObject({ frame: { file: page, line: 3 }, stack: [`f (${page}:3:1)`] });
});

test("an error without a place of the user's has the one of the first that it was made of", () => {
  const place = (line: number) => withStack(new Error("inner"), `f (${page}:${line}:1)`);
  const away = "node:internal/x:1:1";
  expect(dev(withStack(new AggregateError([withStack(new Error("far"), away), place(3)], "all"), away)).frame?.line).toBe(3);
  expect(dev(withStack(new Error("outer", { cause: place(4) }), away)).frame?.line).toBe(4);
  expect(dev(withStack(new Error("outer", { cause: place(4) }), `f (${page}:5:1)`)).frame?.line).toBe(5);
});

test.each([
  ["a string", "oops", `the string "oops"`],
  ["undefined", undefined, "undefined"],
  ["null", null, "null"],
  ["a number", 5, "the number 5"],
  ["a symbol", Symbol("s"), "the symbol Symbol(s)"],
  ["an object", { a: 1 }, "an object"],
  ["a list", [1, 2], "an array of 2"],
  ["a function", () => {}, "a function"],
])("%s that is thrown is described, with advice", (_, thrown, described) => {
  expect(dev(thrown)).toEqual({
    name: "ThrownValue",
    message: `The page threw ${described}, which is not an Error.`,
    hint: "Throw an Error: then its line is known.",
  });
});

test("causes follow the message, each once", () => {
  const inner = new RangeError("inner");
  const outer = new Error("outer", { cause: new TypeError("middle", { cause: inner }) });
  inner.cause = outer;
  expect(dev(outer).message).toBe("outer\nCaused by TypeError: middle\nCaused by RangeError: inner");
  expect(dev(new Error("x", { cause: "a string" })).message).toBe(`x\nCaused by the string "a string"`);
  const self = new Error("self");
  self.cause = self;
  expect(dev(self).message).toBe("self");
});

test("an AggregateError lists what it holds", () => {
  const info = dev(new AggregateError([new TypeError("a"), "b", 1, 2, 3, 4], "several"));
  expect(info.message).toBe(`several\n- TypeError: a\n- the string "b"\n- the number 1\n- the number 2\n- and 2 more`);
});

test("errors with hostile properties are described all the same", () => {
  const hostile = new Error("x");
  for (const key of ["stack", "message", "name", "cause", "code", "loc"]) {
    Object.defineProperty(hostile, key, {
      get() {
        throw new Error(`no ${key}`);
      },
    });
  }
  expect(dev(hostile)).toMatchObject({ name: "Error", message: "" });
  const proxy = new Proxy(new Error("p"), {
    get() {
      throw new Error("no");
    },
    getPrototypeOf() {
      throw new Error("no");
    },
  });
  expect(dev(proxy).name).toBe("Error");
});

test("a mistake found by the compiler has its place and no stack", () => {
  const own = Object.assign(new Error("p.ts:2:1: Unexpected token."), {
    name: "SyntaxError",
    code: "RIVULET_PAGE_SYNTAX",
    loc: { file: page, line: 2, column: 6 },
  });
  expect(dev(own)).toMatchObject({ name: "SyntaxError", code: "RIVULET_PAGE_SYNTAX", frame: { file: page, line: 2, column: 6 } });
  expect(dev(own).stack).toBeUndefined();
  const foreign = Object.assign(new Error("Transform failed with 1 error:\n\n\u001b[31m[PARSE_ERROR] \u001b[0mUnexpected token\n  pic"), {
    loc: { file: page, line: 2, column: 5 },
  });
  expect(dev(foreign)).toMatchObject({ name: "SyntaxError", message: "Unexpected token", frame: { line: 2, column: 6 } });
});

test("rivulet's own errors carry their code", () => {
  expect(dev(new StaleRunContextError("st.write", "finished"))).toMatchObject({
    name: "StaleRunContextError",
    code: "RIVULET_STALE_RUN_CONTEXT",
  });
});

test("[SEC6] in production an error of the page is an id, the same for the same error", () => {
  const secret = withStack(new Error("password is 1234"), `f (${page}:1:1)`);
  const info = toErrorInfo(secret, { production: true });
  expect(info).toEqual({ name: "Error", message: expect.not.stringContaining("1234"), id: expect.stringMatching(/^[0-9a-f]{10}$/) });
  expect(toErrorInfo(secret, { production: true }).id).toBe(info.id);
  expect(toErrorInfo("1234", { production: true })).toMatchObject({ message: expect.not.stringContaining("1234") });
});

test("[SEC6] in production rivulet's own message shows only if it names no place", () => {
  expect(toErrorInfo(new StaleRunContextError("st.write", "finished"), { production: true })).toMatchObject({
    code: "RIVULET_STALE_RUN_CONTEXT",
  });
  const placed = new RivuletError("RIVULET_DUPLICATE_KEY", { key: '"a"', first: "pages/a.ts:1", second: "pages/a.ts:2" });
  expect(JSON.stringify(toErrorInfo(placed, { production: true }))).not.toContain("pages/a.ts");
});
