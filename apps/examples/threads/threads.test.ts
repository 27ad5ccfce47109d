import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const SPAN = /^start: \d\d:\d\d:\d\d\.\d{3}, end: \d\d:\d\d:\d\d\.\d{3}$/;

/** A page of the example in real workers, once its button was pressed. */
async function started(name: string, seconds = 0.2): Promise<AppTest> {
  const app = await AppTest.fromFile(fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url)), { real: true });
  await app.run();
  const delay = app.getAll("numberInput").find((input) => input.props.label === "Seconds");
  delay?.set(seconds);
  if (delay) await app.run();
  app.get("button", { label: "Start" }).click();
  await app.run();
  return app;
}

/** Whether the times that two texts name overlap: the threads ran beside each other. */
function overlap(texts: readonly string[]): boolean {
  const [a, b] = texts.map((text) => text.match(/\d\d:\d\d:\d\d\.\d{3}/g) ?? []);
  return (a?.[0] ?? "") < (b?.[1] ?? "") && (b?.[0] ?? "") < (a?.[1] ?? "");
}

test.each(["pattern-1", "pattern-2", "async"])("[TH3] %s: both wait at the same time, each placeholder gets its line", async (name) => {
  // Long beside the start of a thread, so that two in sequence could not overlap.
  await using app = await started(name, 1);
  const texts = app.texts();
  const spans = texts.filter((text) => SPAN.test(text));
  expect(spans).toHaveLength(2);
  expect(texts.slice(-4)).toEqual(["t1", spans[0], "t2", spans[1]]);
  expect(overlap(spans)).toBe(true);
  expect(app.errors).toEqual([]);
});

test("[TH5] no-context: the page shows NoSessionContextError, with the thread and the fix", async () => {
  await using app = await started("no-context", 0);
  expect(app.errors).toMatchObject([{ name: "NoSessionContextError", code: "RIVULET_NO_SESSION_CONTEXT" }]);
  expect(app.errors[0]?.message).toContain("writer.thread.ts, which has no run context");
  expect(app.errors[0]?.message).toContain("addScriptRunCtx(t, getScriptRunCtx())");
  expect(app.errors[0]?.frame?.file).toMatch(/writer\.thread\.ts$/);
});

test("[TH3] pool: results as they come, and in order", async () => {
  const app = await AppTest.fromFile(fileURLToPath(new URL("pages/pool.ts", import.meta.url)), { real: true });
  await using _ = app;
  await app.run();
  app.get("numberInput", { label: "Primes below" }).set(600);
  await app.run();
  app.get("button", { label: "Start" }).click();
  await app.run();
  const texts = app.texts();
  expect(texts.filter((text) => / below \d+$/.test(text)).sort()).toEqual(
    ["25 below 100", "46 below 200", "62 below 300", "78 below 400", "95 below 500", "109 below 600"].sort(),
  );
  expect(texts.at(-1)).toBe("25, 46, 62, 78, 95, 109");
});

test("[TH6] outlive: the thread's late write reaches no run", async () => {
  await using app = await started("outlive");
  expect(app.texts()).toContain("This run ends now. Its thread goes on, and may write no more.");
  const said = async () => {
    await app.run();
    return app.texts()[0];
  };
  await expect
    .poll(said, { timeout: 10_000 })
    .toMatch(/^The last thread: st\.write was called after its run had ended \(finished\)\. Nothing was written\./);
  expect(app.texts().some((text) => SPAN.test(text))).toBe(false);
  expect(app.errors).toEqual([]);
});

test("the first page names the others", async () => {
  await using app = await AppTest.fromFile(fileURLToPath(new URL("app.ts", import.meta.url)));
  await app.run();
  expect(app.texts().join()).toContain("Pattern 2");
});

test("docs/THREADING.md shows these very files", () => {
  const doc = readFileSync(new URL("../../../docs/THREADING.md", import.meta.url), "utf8");
  const samples = [...doc.matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)];
  expect(samples).toHaveLength(6);
  for (const [, name = "", code] of samples) expect([name, code]).toEqual([name, readFileSync(new URL(name, import.meta.url), "utf8")]);
});
