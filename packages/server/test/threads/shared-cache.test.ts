import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages, createDevCompiler } from "@rivulet/server/compile";
import { expect, test } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";

const runtime = import.meta.resolve("@rivulet/server/script");

const FILES = {
  "app.ts": `import { threadId } from "node:worker_threads";
import { st } from "rivulet";
import { made } from "./made.ts";
import ask from "./ask.thread.ts";
const act = st.textInput("Do");
st.text(\`worker \${threadId}\`);
if (act === "thread") st.text(\`made in \${await ask("x")}\`);
if (act === "page") st.text(\`made in \${await made("x")}\`);
`,
  "made.ts": `import { threadId } from "node:worker_threads";
import { st } from "rivulet";
export const made = st.cacheData(async (what: string) => threadId);
`,
  "ask.thread.ts": `import { defineThread } from "rivulet";
import { made } from "./made.ts";
export default defineThread((what: string) => made(what));
`,
};

test.each(["dev", "built"])("a thread of one worker and a page of another share values (%s)", async (mode) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-threads-cache-")));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const entry = join(folder, "app.ts");
  const built = async () => (await buildPages({ entry, outDir: join(folder, "out"), runtime, version: "1" })).manifest;
  const pages =
    mode === "dev" ? await createDevCompiler({ entry, runtime }) : openBuiltPages({ manifest: await built(), runtime, version: "1" });
  const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: mode === "dev", port: 0, workers: 2, log: "silent" });
  try {
    await using a = await PageClient.open(server.url);
    await using b = await PageClient.open(server.url);
    const worker = async (client: PageClient): Promise<string> => {
      await client.until(() => client.text(/^worker/) !== undefined, "the page");
      return client.text(/^worker/) ?? "";
    };
    const made = async (client: PageClient, act: string): Promise<string> => {
      client.set("Do", act);
      await client.until(() => client.text(/^made in/) !== undefined, "a value");
      return client.text(/^made in/)?.slice("made in ".length) ?? "";
    };
    const workers = [await worker(a), await worker(b)];
    expect(new Set(workers).size).toBe(2);
    const thread = await made(a, "thread");
    expect(workers).not.toContain(`worker ${thread}`);
    expect(await made(b, "page")).toBe(thread);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
