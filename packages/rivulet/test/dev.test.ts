import { connect } from "@rivulet/testing";
import { expect, test } from "vitest";
import { Folder } from "./command.ts";

type Client = Awaited<ReturnType<typeof connect>>;

/** Resolves when the page shows what is expected; polls, since a save is no interaction that the client could wait for. */
async function shows(client: Client, holds: (client: Client) => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds(client)) {
    if (Date.now() > deadline) throw new Error(`the page shows ${JSON.stringify(client.texts())}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const page = (text: string): string =>
  `import { st } from "rivulet";\nimport { name } from "./name.ts";\nst.sessionState.init({ runs: 0 });\nst.sessionState.runs = (st.sessionState.runs as number) + 1;\n` +
  `const n = st.slider("Age", { min: 0, max: 10 });\nst.write(\`${text} \${name} \${n} \${(st.sessionState.runs as number) > 1 ? "again" : "first"}\`);\n`;

test("a save runs the page again: session state and widget values stay, an edited dependency counts", async () => {
  using folder = new Folder({ "app.ts": page("one"), "name.ts": `export const name = "a";` });
  await using command = folder.run({}, "dev", "--port", "0");
  const client = await connect(await command.url());
  await client.waitIdle();
  expect(client.texts().at(-1)).toBe("one a 0 first");
  await client.byLabel("Age").set(7);
  await client.waitIdle();
  folder.save("app.ts", page("two"));
  await shows(client, ({ texts }) => texts.call(client).at(-1) === "two a 7 again");
  folder.save("name.ts", `export const name = "b";`);
  await shows(client, ({ texts }) => texts.call(client).at(-1) === "two b 7 again");
  await client.close();
});

test("a syntax error lies over the last good page and leaves when it is mended", async () => {
  using folder = new Folder({ "app.ts": page("good"), "name.ts": `export const name = "a";` });
  await using command = folder.run({}, "dev", "--port", "0");
  const client = await connect(await command.url());
  await client.waitIdle();
  folder.save("app.ts", `${page("bad")}const x = ;\n`);
  await shows(client, ({ problem }) => problem !== null);
  expect(client.problem).toMatchObject({ code: "RIVULET_PAGE_SYNTAX", frame: { file: "app.ts", line: 7, column: 11 } });
  expect(client.texts().at(-1)).toMatch(/^good/);
  folder.save("app.ts", page("mended"));
  await shows(client, ({ problem, texts }) => problem === null && texts.call(client).at(-1) === "mended a 0 again");
  await client.close();
});

test("an error while the page runs is an element with the user's own place", async () => {
  using folder = new Folder({ "app.ts": `import { st } from "rivulet";\nst.write("before");\nnull!.x;\n` });
  await using command = folder.run({}, "dev", "--port", "0");
  const client = await connect(await command.url());
  await client.waitIdle();
  expect(client.texts()[0]).toBe("before");
  expect(JSON.stringify([...client.texts()])).toContain("TypeError");
  await client.close();
});

test("what a page prints says which session's run of which page printed it", async () => {
  using folder = new Folder({ "app.ts": `import { st } from "rivulet";\nconsole.log("printed", { a: 1 });\nst.write("page");\n` });
  await using command = folder.run({}, "dev", "--port", "0");
  const client = await connect(await command.url());
  await client.waitIdle();
  await command.until(() => command.out.includes(`[app.ts ${client.sessionId.slice(0, 6)}] printed { a: 1 }`));
  await client.close();
});
