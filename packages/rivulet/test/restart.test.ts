import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { connect } from "@rivulet/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Command, Folder } from "./command.ts";

const PAGE = `import { appendFileSync, existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { st } from "rivulet";
const state = st.sessionState.init({ clicks: 0 });
const name = st.textInput("Name");
if (st.button("Add")) {
  state.clicks++;
  appendFileSync("effects", "x");
}
if (st.button("Wait")) {
  st.text("waiting");
  while (!existsSync("go")) await sleep(10);
  state.clicks += 10;
}
if (st.button("Loop")) while (true) appendFileSync("looping", "");
st.text(\`\${name} has \${state.clicks}\`);
`;

let folder: Folder;
let port: number;

beforeAll(async () => {
  folder = new Folder({ "app.ts": PAGE, "rivulet.config.ts": "export default { shutdownTimeout: 2500, grace: 200, workers: 2 };" });
  await using build = folder.run({}, "build", "app.ts");
  expect(await build.exit).toBe(0);
  port = await freePort();
});

afterAll(() => folder[Symbol.dispose]());

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A server with the same build, folder and port as the one before. */
async function start(): Promise<Command & { readonly address: string }> {
  const command = folder.run({}, "start", "dist", "--port", String(port));
  return Object.assign(command, { address: await command.url() });
}

const last = (texts: readonly string[]): string | undefined => texts.at(-1);

test("[BM2] [WS2] a server that is killed and started again loses nothing that was acknowledged, and does nothing twice", async () => {
  let server = await start();
  const client = await connect(server.address);
  try {
    await client.waitIdle();
    await client.byLabel("Name").set("Ada");
    await client.waitIdle();
    // A session is in the store with the first thing that is: one that is younger than that is lost as a whole.
    await expect.poll(() => client.kept).toBe(true);
    for (let round = 1; round <= 2; round++) {
      await client.click("Add");
      await client.waitIdle();
      // In flight, or on its way to the store, or in it: nobody knows.
      await client.click("Add");
      await server.end("SIGKILL");
      await client.drop();
      server = await start();
      const { sessionId } = client;
      await client.resume();
      expect(client.sessionId).toBe(sessionId);
      await client.waitIdle();
      expect(last(client.texts())).toBe(`Ada has ${2 * round}`);
    }
    // Outside effects happen at least once.
    expect(readFileSync(join(folder.path, "effects"), "utf8").length).toBeGreaterThanOrEqual(4);
  } finally {
    await client.close();
    await server[Symbol.asyncDispose]();
  }
});

test("[BM2] what is pressed after a restart, while the page is made anew, takes effect", async () => {
  let server = await start();
  const client = await connect(server.address);
  try {
    await client.waitIdle();
    await client.byLabel("Name").set("Cleo");
    await client.waitIdle();
    await server.end();
    server = await start();
    await client.resume();
    // The browser still shows the button, the server has no page yet.
    await client.click("Add");
    await client.waitIdle();
    expect(last(client.texts())).toBe("Cleo has 1");
  } finally {
    await client.close();
    await server[Symbol.asyncDispose]();
  }
});

test("[WS1] [SR9] at SIGTERM runs end, everything is kept, browsers are told to come back, nobody comes in, and no page holds it up", async () => {
  let server = await start();
  const client = await connect(server.address);
  const runaway = await connect(server.address);
  try {
    await Promise.all([client.waitIdle(), runaway.waitIdle()]);
    await client.byLabel("Name").set("Bea");
    await client.click("Wait");
    await expect.poll(() => client.texts()).toContain("waiting");
    await runaway.click("Loop");
    await expect.poll(() => existsSync(join(folder.path, "looping"))).toBe(true);
    const ended = server.end();
    await expect.poll(async () => (await fetch(new URL("readyz", server.address))).status).toBe(503);
    await expect(connect(server.address)).rejects.toThrow("goingAway");
    folder.save("go", "");
    await client.waitIdle();
    // It comes after the server has stopped taking messages: the next one does it.
    await client.click("Add");
    expect(await ended).toBe(0);
    await expect(client.waitIdle()).rejects.toThrow("goingAway");
    server = await start();
    await client.resume();
    await client.waitIdle();
    expect(last(client.texts())).toBe("Bea has 11");
  } finally {
    await Promise.all([client.close(), runaway.close()]);
    await server[Symbol.asyncDispose]();
  }
});

test("a second server in the same folder is refused, with the first one's process", async () => {
  await using server = await start();
  await using second = folder.run({}, "start", "dist", "--port", "0");
  expect(await second.exit).toBe(1);
  expect(second.err).toMatch(/^error: The folder .*\.rivulet is in use by process \d+: .*RIVULET_STATE_DIR/);
  expect(await server.end()).toBe(0);
});
