import path from "node:path";
import { createServer, type RivuletServer } from "@rivulet/server";
import { createDevCompiler } from "@rivulet/server/compile";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";

const strays = ["timer", "emitter", "promise", "executor", "late write"];
let server: RivuletServer;
let logged = "";

beforeAll(async () => {
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    logged += String(chunk);
    return true;
  });
  const pages = await createDevCompiler({
    entry: path.join(import.meta.dirname, "fixtures/stray.ts"),
    runtime: import.meta.resolve("@rivulet/server/script"),
  });
  server = await createServer({ pages, clientDir: CLIENT_DIR, dev: true, workers: 1, port: 0, log: "info" });
  return () => stderr.mockRestore();
});
afterAll(() => server.close());

test("[SR13] what is thrown after its run ended leaves the worker and a neighbour in mid-run alone, and is logged with its line", async () => {
  await using quiet = await PageClient.open(server.url);
  await using loud = await PageClient.open(server.url);
  await quiet.shows("done ");
  await loud.shows("done ");
  const thread = loud.text(/^thread/);
  expect(quiet.text(/^thread/)).toBe(thread);

  quiet.set("Do", "wait");
  await quiet.shows("waited 1");
  for (const stray of strays) {
    loud.set("Do", stray);
    await loud.shows(`done ${stray}`);
    const trace = stray === "late write" ? "was called after its run had ended" : `stray ${stray}`;
    await vi.waitFor(() => expect(logged).toContain(trace), { timeout: 10_000 });
  }
  expect(logged).toMatch(/stray timer \(.*stray\.ts:9\)/);
  expect(logged).toMatch(/stray executor \(.*stray\.ts:9\)/);
  expect(logged).toMatch(/st\.text was called after its run had ended.*\(.*stray\.ts:28\)/s);

  for (const next of ["waited 2", "waited 3", "done wait"]) {
    loud.set("Do", "go");
    await quiet.shows(next);
  }
  expect(loud.text(/^thread/)).toBe(thread);
  expect(quiet.texts()).toEqual([thread, "waited 1", "waited 2", "waited 3", "done wait"]);
  expect(loud.texts()).not.toContain("too late");
});
