import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { expect, test } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";
import { Origin } from "./origin.ts";

const runtime = import.meta.resolve("@rivulet/server/script");

test("built pages share values between workers, and name their cached functions", async () => {
  await using origin = await Origin.start();
  const folder = mkdtempSync(path.join(tmpdir(), "rivulet-cache-"));
  const entry = path.join(import.meta.dirname, "fixtures/app.ts");
  const { manifest } = await buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" });
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: false, workers: 2, port: 0, log: "silent" });
  try {
    await using a = await PageClient.open(server.url);
    await using b = await PageClient.open(server.url);
    await Promise.all([a.shows("done"), b.shows("done")]);
    expect(a.text(/^thread/)).not.toBe(b.text(/^thread/));
    a.set("Do", "load x 1");
    b.set("Do", "load x 2");
    await a.shows("load x 1: 1");
    await b.shows("load x 2: 1");
    expect([origin.count("x"), origin.count("early")]).toEqual([1, 1]);
    a.set("Do", "circle x 3");
    await a.shows("circle x 3: failed");
    expect(a.text(/^RIVULET/)).toContain("circle(...) waits for itself");
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
