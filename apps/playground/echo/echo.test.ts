import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "@rivulet/server/compile";
import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);
const SOURCE = `// What you see is what was written.
const label: string = "Ship's bell";
const hour = st.slider(label, { min: 1, max: 8 });
if (hour % 2 === 0) {
  st.write(\`**\${hour / 2}** double strokes\`);
}
return hour;`;

test("what a body wrote stands with its source, types and comments and all, above or below", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("code").map(({ props }) => props.body)).toEqual([
    SOURCE,
    'const height = await Promise.resolve(4.1);\nst.metric("High water", `${height} m`);\nreturn height;',
    'st.caption("a line by itself")',
  ]);
  const texts = app.texts();
  expect(texts.indexOf(SOURCE)).toBeLessThan(texts.indexOf("Ship's bell"));
  expect(texts.findIndex((text) => text.startsWith("const height"))).toBeGreaterThan(
    texts.findIndex((text) => text.includes("High water")),
  );
  expect(texts).toContain("returned: 1");
  expect(texts).toContain("awaited: 4.1");
  app.get("slider").set(4);
  await app.run();
  expect(app.texts()).toContain("returned: 4");
  expect(app.texts()).toContain("2 double strokes");
});

test("a build keeps the source as it was written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rivulet-echo-"));
  try {
    const runtime = import.meta.resolve("rivulet");
    const { manifest } = await buildPages({ entry: page.pathname, outDir: join(folder, "out"), runtime, version: "1", place: "here" });
    const { openBuiltPages } = await import("@rivulet/server/built");
    const { createLoader } = await import("@rivulet/server/testing");
    const pages = openBuiltPages({ manifest, runtime, version: "1" });
    const loader = await createLoader(pages.worker().loader);
    await using app = await AppTest.fromFunction(await loader.load(pages.pages()[0] ?? ""));
    await app.run();
    expect(app.getAll("code")[0]?.props.body).toBe(SOURCE);
    await pages.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a function that nobody compiled shows its text, and what cannot be echoed is refused", async () => {
  const body = () => {
    st.text("shown");
  };
  await using app = await AppTest.fromFunction(() => {
    st.echo(body);
  });
  await app.run();
  expect(app.get("code").props.body).toMatch(/^\S*st\.text\("shown"\);$/);
  expect(await badOptionOf(() => st.echo("st.text()" as never))).toMatch(/^st\.echo: body must be a function whose source is shown/);
  expect(await badOptionOf(() => st.echo(() => {}, { codeLocation: "left" as never }))).toBe(
    'st.echo: codeLocation must be "above" or "below", instead got "left".',
  );
});
