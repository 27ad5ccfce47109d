import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer, type RivuletServer } from "@rivulet/server";
import { createDevCompiler } from "@rivulet/server/compile";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";
import { Origin } from "./origin.ts";

let origin: Origin;
let server: RivuletServer;
let clients: Told[];
let no = 0;
let folder: string;
let flag: string;

beforeEach(async () => {
  origin = await Origin.start();
  clients = [];
  folder = mkdtempSync(path.join(tmpdir(), "rivulet-cache-"));
  process.env.CACHE_TEST_FLAG = flag = path.join(folder, "looping");
  server = await createServer({
    pages: await createDevCompiler({
      entry: path.join(import.meta.dirname, "fixtures/app.ts"),
      runtime: import.meta.resolve("@rivulet/server/script"),
    }),
    clientDir: CLIENT_DIR,
    dev: true,
    workers: 2,
    port: 0,
    grace: 50,
    log: "silent",
  });
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
  await origin[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

/** A session that is told what to do. */
class Told {
  constructor(readonly page: PageClient) {}

  /** Starts an act and waits until the page has begun it. */
  async begin(act: string): Promise<() => Promise<string>> {
    const told = `${act} ${++no}`;
    this.page.set("Do", told);
    await this.page.shows(`begun ${told}`);
    return async () => {
      const answered = (): string | undefined => this.page.texts().find((text) => text.startsWith(`${told}: `));
      await this.page.until(() => answered() !== undefined && this.page.texts().includes("done"), `an answer to ${told}`);
      return answered()?.slice(told.length + 2) ?? "";
    };
  }

  /** What an act says. */
  async does(act: string): Promise<string> {
    return (await this.begin(act)).call(undefined);
  }

  get thread(): string {
    return this.page.text(/^thread/) ?? "";
  }

  get error(): string {
    return this.page.text(/^RIVULET|Error/) ?? "";
  }

  async close(): Promise<void> {
    await this.page[Symbol.asyncDispose]();
  }
}

async function open(count: number): Promise<Told[]> {
  const opened = await Promise.all(Array.from({ length: count }, async () => new Told(await PageClient.open(server.url))));
  clients.push(...opened);
  await Promise.all(opened.map(({ page }) => page.shows("done")));
  return opened;
}

/** Waits until a worker is in an endless loop. */
async function looping(): Promise<void> {
  await vi.waitFor(() => expect(existsSync(flag)).toBe(true), { timeout: 10_000 });
}

/** Two sessions that are at home in different workers. */
async function two(): Promise<[Told, Told]> {
  const [a, b] = (await open(2)) as [Told, Told];
  expect(a.thread).not.toBe(b.thread);
  return [a, b];
}

test("of 20 sessions in 2 workers that ask at once, one makes the value; each gets it, then and later", async () => {
  const release = origin.hold("a");
  const sessions = await open(20);
  expect(new Set(sessions.map(({ thread }) => thread)).size).toBe(2);
  const answers = await Promise.all(sessions.map((session) => session.begin("load a")));
  await origin.until(() => origin.count("a") === 1);
  release();
  expect(new Set(await Promise.all(answers.map((answer) => answer())))).toEqual(new Set(["1"]));
  expect(new Set(await Promise.all(sessions.map((session) => session.does("load a"))))).toEqual(new Set(["1"]));
  expect(await sessions[0]?.does("load b")).toBe("1");
  expect([origin.count("a"), origin.count("b")]).toEqual([1, 1]);
});

test("a call at a module's top level, outside any run, shares the value with runs", async () => {
  const [a, b] = await two();
  expect([a.page.text(/^early/), b.page.text(/^early/), await a.does("load early")]).toEqual(["early 1", "early 1", "1"]);
  expect(origin.count("early")).toBe(1);
});

test("a value is made again when its ttl is over", async () => {
  const [a, b] = await two();
  expect(await a.does("brief a")).toBe("1");
  let last = "1";
  while (last === "1") last = await b.does("brief a");
  expect(last).toBe("2");
  expect(await a.does("brief a")).not.toBe("1");
});

test("arguments count as they were at the call, whatever their owner does to them afterwards", async () => {
  const [a] = (await open(1)) as [Told];
  expect(await a.does("pairs p")).toBe("1 p1 01, 1 p2 02");
});

/** Asks until the origin is asked again: only time makes a value stale. */
async function untilAsked(what: string, times: number, ask: () => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  while (origin.count(what) < times) answers.push(await ask());
  return [...new Set(answers)];
}

test("a stale value is returned at once, and made anew once for all workers", async () => {
  const [a, ...others] = (await open(10)) as [Told, ...Told[]];
  expect(await a.does("stale s")).toBe("1");
  const release = origin.hold("s");
  const all = [a, ...others];
  const askAll = async (): Promise<string> => (await Promise.all(all.map((session) => session.does("stale s")))).join("");
  expect(await untilAsked("s", 2, askAll)).toEqual(["1111111111"]);
  expect(await askAll()).toBe("1111111111");
  expect(origin.count("s")).toBe(2);
  release();
  let answer = "1";
  while (answer === "1") answer = await a.does("stale s");
  expect(Number(answer)).toBeGreaterThanOrEqual(2);
});

test("when a stale value cannot be made anew it stays, and is tried again", async () => {
  const [a, b] = await two();
  expect(await a.does("stale e")).toBe("1");
  origin.answers.set("e", ["error one"]);
  expect(await untilAsked("e", 2, () => a.does("stale e"))).toEqual(["1"]);
  const release = origin.hold("e");
  expect(await untilAsked("e", 3, () => b.does("stale e"))).toEqual(["1"]);
  release();
  let answer = "1";
  while (answer === "1") answer = await b.does("stale e");
  expect(Number(answer)).toBeGreaterThanOrEqual(3);
});

test("a session's stale value is made anew for that session", async () => {
  const [a, b] = await two();
  expect([await a.does("staleMine m"), await b.does("staleMine m")]).toEqual(["1", "2"]);
  const release = origin.hold("m");
  expect(await untilAsked("m", 3, () => a.does("staleMine m"))).toEqual(["1"]);
  release();
  let answer = "1";
  while (answer === "1") answer = await a.does("staleMine m");
  expect(await b.does("staleMine m")).toBe("2");
});

test("maxEntries keeps the values used last, hits in any worker counted", async () => {
  const [a, b] = await two();
  await a.does("few x");
  await a.does("few y");
  await a.does("few x");
  await b.does("few z");
  expect(await a.does("few x")).toBe("1");
  expect(await b.does("few y")).toBe("2");
});

test.each(["mine", "ofUser"])("a value of scope session (%s) is seen by its session alone, and goes with it", async (act) => {
  const [a, b] = await two();
  expect([await a.does(`${act} s`), await b.does(`${act} s`), await a.does(`${act} s`), await b.does(`${act} s`)]).toEqual([
    "1",
    "2",
    "1",
    "2",
  ]);
  if (act === "ofUser") return;
  await a.does("clearMine x");
  expect([await b.does("mine s"), await a.does("mine s")]).toEqual(["2", "3"]);
  expect(await a.does("asksMine s")).toBe("failed");
  await a.page.until(() => a.error !== "", "the error below the answer");
  expect(a.error).toContain("RIVULET_CACHE_CONTEXT CacheContextError mine(...) was called inside the cached function asksMine");
});

test("clear forgets a function's values, one of them, or all, in every worker at once", async () => {
  const [a, b] = await two();
  const both = async (what: string): Promise<string[]> => [await a.does(`load ${what}`), await b.does(`load ${what}`)];
  expect([await both("a"), await both("b")]).toEqual([
    ["1", "1"],
    ["1", "1"],
  ]);
  await b.does("clearOne a");
  expect([await both("a"), await both("b")]).toEqual([
    ["2", "2"],
    ["1", "1"],
  ]);
  await a.does("clear x");
  expect([await both("a"), await both("b"), await a.does("mine m")]).toEqual([["3", "3"], ["2", "2"], "1"]);
  await b.does("clearAll x");
  expect([await both("a"), await a.does("mine m")]).toEqual([["4", "4"], "2"]);
});

test("a value that is cleared while it is being made reaches those who wait, and nobody later", async () => {
  const [a, b] = await two();
  const release = origin.hold("a");
  const first = await a.begin("load a");
  await origin.until(() => origin.count("a") === 1);
  await b.does("clear x");
  const second = await b.begin("load a");
  await origin.until(() => origin.count("a") === 2);
  release();
  expect(await first()).toBeTruthy();
  await second();
  expect(await a.does("load a")).toBe("2");
});

test("what a caller changes in its copy is nobody else's", async () => {
  const [a, b] = await two();
  expect([await a.does("change a"), await a.does("change a"), await b.does("change a")]).toEqual(["1 0", "1 0", "1 0"]);
});

test("an error is kept for nobody: those who wait try once more together", async () => {
  const [a, b, c] = (await open(3)) as [Told, Told, Told];
  origin.answers.set("a", ["error one"]);
  const release = origin.hold("a");
  const first = await a.begin("load a");
  await origin.until(() => origin.count("a") === 1);
  const others = [await b.begin("load a"), await c.begin("load a")];
  release();
  expect(await first()).toBe("failed");
  expect(a.error).toContain("RangeError error one");
  expect(await Promise.all(others.map((answer) => answer()))).toEqual(["2", "2"]);
  expect(await a.does("load a")).toBe("2");
});

test("those who wait get the error of the second try, with its name, and do not try for ever", async () => {
  const [a, b, c, d] = (await open(4)) as [Told, Told, Told, Told];
  origin.answers.set("a", ["error one", "error two"]);
  const release = origin.hold("a");
  const sessions = [a, b, c, d];
  const answers: (() => Promise<string>)[] = [];
  for (const session of sessions) answers.push(await session.begin("load a"));
  release();
  expect(await Promise.all(answers.map((answer) => answer()))).toEqual(["failed", "failed", "failed", "failed"]);
  expect(sessions.map(({ error }) => error).sort()).toEqual([
    "RangeError error one",
    "RangeError error two",
    "RangeError error two",
    "RangeError error two",
  ]);
  expect(origin.count("a")).toBe(2);
});

test("[SR9] a worker that is replaced while it makes a value: another one makes it", async () => {
  const [a, b] = await two();
  origin.answers.set("a", ["loop"]);
  const release = origin.hold("a");
  await a.begin("looping a");
  await origin.until(() => origin.count("a") === 1);
  const other = await b.begin("looping a");
  release();
  await looping();
  a.page.send({ type: "stop" });
  expect(await other()).toBe("2");
  expect(await b.does("looping a")).toBe("2");
});

test("[SR5] the run that a value is made for may be superseded: the value is made all the same, and its signal aborts for nobody", async () => {
  const [a, b] = await two();
  const release = origin.hold("a");
  await a.begin("load a");
  await origin.until(() => origin.count("a") === 1);
  const other = await b.begin("load a");
  expect(await a.does("thread x")).toMatch(/\d/);
  release();
  expect(await other()).toBe("1");
  expect(await a.does("load a")).toBe("1");
  expect([origin.count("a"), origin.cut]).toEqual([1, []]);
});

test.each([
  [
    "writes x",
    "RIVULET_CACHE_CONTEXT CacheContextError st.text was called inside the cached function writes, which runs once for many calls.",
  ],
  ["circle x", "RIVULET_CACHE_CIRCLE CacheCircleError circle(...) waits for itself"],
  ["uncopied x", "RIVULET_CACHE_VALUE CacheValueError uncopied(...): the value.rows[0].x is the function"],
  [
    "takes function",
    "RIVULET_CACHE_ARGUMENT CacheArgumentError takes(...): argument 1.of is the function (anonymous), which cannot be compared",
  ],
  ["takes instance", "RIVULET_CACHE_ARGUMENT CacheArgumentError takes(...): argument 1.of is an instance of URL"],
])("%s: the error says what is wrong", async (act, message) => {
  const [a] = (await open(1)) as [Told];
  expect(await a.does(act)).toBe("failed");
  expect(a.error).toContain(message);
});

test("the option hash says what counts of arguments that cannot be compared", async () => {
  const [a] = (await open(1)) as [Told];
  expect([await a.does("hashed a"), await a.does("hashed a"), await a.does("hashed b")]).toEqual(["1", "1", "1"]);
  expect([origin.count("a"), origin.count("b")]).toEqual([1, 1]);
});

test("a resource is made once in a worker, and closed when it is cleared and when the server closes", async () => {
  const [a, b] = await two();
  expect(await a.does("resource r")).toBe("1 true true false");
  expect(await a.does("resource r")).toBe("1 true true false");
  expect(await b.does("resource r")).toBe("2 true true false");
  await a.does("clearResource r");
  await origin.until(() => origin.count("released-r") === 2);
  expect(await b.does("resource r")).toBe("3 true true false");
  expect(await a.does("resource other")).toBe("1 true true false");
  await server.close();
  expect([origin.count("released-r"), origin.count("released-other")]).toEqual([3, 1]);
});

test("a session's resource is its own, outlives the run, and is closed with the session", async () => {
  await server.close();
  server = await createServer({
    pages: await createDevCompiler({
      entry: path.join(import.meta.dirname, "fixtures/app.ts"),
      runtime: import.meta.resolve("@rivulet/server/script"),
    }),
    clientDir: CLIENT_DIR,
    dev: true,
    workers: 2,
    port: 0,
    sessionTtl: 1,
    log: "silent",
  });
  const sessions = (await open(3)) as [Told, Told, Told];
  const made: string[] = [];
  for (const session of sessions) made.push(await session.does("ownResource r"));
  expect(made).toEqual(["1", "2", "3"]);
  expect(await sessions[1].does("ownResource r")).toBe("2");
  await sessions[0].close();
  await origin.until(() => origin.count("released-r") === 1);
  expect([await sessions[1].does("ownResource r"), await sessions[2].does("ownResource r")]).toEqual(["2", "3"]);
});

test("[SR8] a resource is made again where its worker was replaced", async () => {
  const [a] = await two();
  expect(await a.does("resource r")).toBe("1 true true false");
  origin.answers.set("l", ["loop"]);
  await a.begin("looping l");
  await looping();
  a.page.send({ type: "stop" });
  expect((await a.page.next("problem")).error).toMatchObject({ code: "RIVULET_STOPPED_HARD" });
  expect(await a.does("resource r")).toBe("2 true true false");
});
