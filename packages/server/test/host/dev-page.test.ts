import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer } from "@rivulet/server";
import { createDevCompiler } from "@rivulet/server/compile";
import { expect, test } from "vitest";
import { PageClient } from "./page-client.ts";
import { CLIENT_DIR } from "./test-server.ts";

const runtime = import.meta.resolve("@rivulet/server/script");
const page = (text: string) => `import { st } from "rivulet";
const state = st.sessionState.init({ runs: 0 });
state.runs++;
const name = st.textInput("Name", { key: "name" });
st.text(\`${text} \${state.runs} for \${name}\`);
`;

test("[SR1] a save runs the page again with its state; a syntax error lies over the last good page until it is mended", async () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "rivulet-dev-")));
  const entry = path.join(folder, "app.ts");
  writeFileSync(entry, page("first"));
  const server = await createServer({
    pages: await createDevCompiler({ entry, runtime }),
    clientDir: CLIENT_DIR,
    dev: true,
    port: 0,
    log: "silent",
  });
  try {
    await using client = await PageClient.open(server.url);
    expect(await client.next("welcome")).toMatchObject({ dev: true });
    await client.shows("first 1 for ");
    client.set("Name", "Ada");
    await client.shows("first 2 for Ada");
    writeFileSync(entry, page("second"));
    await client.shows("second 3 for Ada");
    // Two changes within 50 ms may be seen as one.
    await new Promise((resolve) => setTimeout(resolve, 120));
    writeFileSync(entry, `${page("third")}const = 1;`);
    const { error } = await client.next("problem");
    expect(error?.frame).toMatchObject({ line: 6 });
    await client.shows("second 3 for Ada");
    await new Promise((resolve) => setTimeout(resolve, 120));
    writeFileSync(entry, page("third"));
    expect(await client.next("problem")).toEqual({ type: "problem", error: null });
    await client.shows("third 4 for Ada");
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
