import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { expect, onTestFinished, test } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";

const runtime = import.meta.resolve("@rivulet/server/script");

const FILES = {
  "app.ts": `import { addScriptRunCtx, st } from "rivulet";
import beat from "./beat.thread.ts";
const act = st.textInput("Do");
const file = st.textInput("File");
const state = st.sessionState.init({ runs: 0 });
st.text(\`run \${++state.runs}\`);
if (act === "beat") addScriptRunCtx(beat.thread(file, st.container())).start({ detached: true });
if (st.textInput("Loop")) for (;;) Math.random();
`,
  "beat.thread.ts": `import { appendFileSync } from "node:fs";
import { type Container, defineThread } from "rivulet";
export default defineThread(async (file: string, target: Container) => {
  for (;;) {
    appendFileSync(file, ".");
    try { target.text("beat"); } catch { /* its run is over */ }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
`,
};

test("[TH6] a worker that is replaced takes its threads along, detached ones too", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-threads-worker-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const { manifest } = await buildPages({ entry: join(folder, "app.ts"), outDir: join(folder, "out"), runtime, version: "1" });
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: false, port: 0, workers: 1, grace: 100, log: "silent" });
  const beats = join(folder, "beats");
  const size = (): number => statSync(beats, { throwIfNoEntry: false })?.size ?? 0;
  try {
    await using client = await PageClient.open(server.url);
    await client.shows("run 1");
    client.set("File", beats);
    await client.shows("run 2");
    client.set("Do", "beat");
    await client.shows("run 3");
    // It goes on after its run.
    await expect.poll(size).toBeGreaterThan(5);
    client.set("Do", "");
    await client.shows("run 4");
    client.set("Loop", "yes");
    await client.shows("run 5");
    const before = size();
    await expect.poll(size).toBeGreaterThan(before);
    client.send({ type: "stop" });
    expect(await client.next("problem")).toMatchObject({ error: { code: "RIVULET_STOPPED_HARD" } });
    const grown = async (): Promise<number> => {
      const from = size();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return size() - from;
    };
    await expect.poll(grown, { timeout: 5000 }).toBe(0);
  } finally {
    await server.close();
  }
});
