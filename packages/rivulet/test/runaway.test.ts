import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@rivulet/testing";
import { expect, test } from "vitest";
import { Folder } from "./command.ts";

/** A page that runs away when its button is pressed, after it has written a file. */
const page = (runaway: string): string => `import { execFileSync } from "node:child_process";
import { pbkdf2Sync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { st } from "rivulet";
if (st.button("Go")) {
  ${runaway}
}
st.write("below");
`;
const BEGAN = `writeFileSync("began", "");`;
const LOOP = `${BEGAN} while (true) {}`;
const CHILD = `execFileSync("sh", ["-c", "echo $$ > part; mv part began; exec sleep 60"]);`;
const HASH = `${BEGAN} pbkdf2Sync("secret", "salt", 100_000_000, 64, "sha512");`;

/** Starts a command whose page runs away, and presses the button. */
async function runAway(name: string, runaway: string) {
  const folder = new Folder({
    "app.ts": page(runaway),
    "node_modules/x/package.json": "{}",
    "rivulet.config.ts": "export default { grace: 500, shutdownTimeout: 100 };",
  });
  const command = folder.run({}, name, "--port", "0");
  const client = await connect(await command.url());
  await client.waitIdle();
  await client.click("Go");
  const began = join(folder.path, "began");
  await expect.poll(() => existsSync(began), { timeout: 20_000 }).toBe(true);
  return {
    client,
    command,
    /** Text that the page has written. */
    began: readFileSync(began, "utf8"),
    left: () => (existsSync(join(folder.path, "node_modules/.rivulet")) ? readdirSync(join(folder.path, "node_modules/.rivulet")) : []),
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await command[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test.each(["dev", "start"])("[SR9] SIGTERM ends %s in the middle of an endless loop", async (name) => {
  await using run = await runAway(name, LOOP);
  expect(await run.command.end()).toBe(0);
  expect(run.left()).toEqual([]);
});

test.each(["dev", "start"])("[SR9] SIGTERM ends %s with the child that a page waits for", async (name) => {
  await using run = await runAway(name, CHILD);
  expect(await run.command.end()).toBe(0);
  expect(() => process.kill(Number(run.began), 0)).toThrow("ESRCH");
  expect(run.left()).toEqual([]);
});

test.each(["dev", "start"])("[SR9] SIGTERM ends %s in a native computation, as SIGTERM does", async (name) => {
  await using run = await runAway(name, HASH);
  await run.command.end();
  expect(run.command.signal).toBe("SIGTERM");
  expect(run.left()).toEqual([]);
});

test("[SR9] dev shows and logs where a page was stuck, start logs it only", async () => {
  for (const name of ["dev", "start"]) {
    await using run = await runAway(name, LOOP);
    await run.client.stop();
    await run.client.waitIdle();
    await expect.poll(() => run.client.problem).not.toBeNull();
    const place = { file: "app.ts", line: 6, excerpt: expect.arrayContaining([{ line: 6, text: `  ${LOOP}` }]) };
    expect(run.client.problem).toMatchObject({ code: "RIVULET_STOPPED_HARD", ...(name === "dev" && { frame: place }) });
    if (name === "start") expect(JSON.stringify(run.client.problem)).not.toContain("app.ts");
    expect(run.command.err).toContain("It was at app.ts:6.");
  }
});
