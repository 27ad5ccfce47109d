import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";
import { examples } from "./examples.ts";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

test("the overview lists every example", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  for (const { name, about } of examples) {
    expect(app.main.texts()).toContain(name);
    expect(app.texts()).toContain(about);
  }
});

test.each(examples)("$name opens, shows its source, and the way back leads to the overview", async ({ name, show, files }) => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: `Open ${name}` }).click();
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("radio", { key: "example" }).value).toMatch(new RegExp(`${name}$`));
  expect(app.main.get("heading").props.level).toBe(1);
  expect(app.getAll("code")[0]?.props.body).toContain(`export function ${show.name}(`);
  expect(app.texts()).toEqual(expect.arrayContaining(Object.keys(files)));
  app.get("radio", { key: "example" }).set("Overview");
  await app.run();
  expect(app.texts()).toContain(`Open ${name}`);
});

test("an example works in the gallery as it does alone", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("radio", { key: "example" }).set("Counter");
  await app.run();
  app.get("button", { key: "more" }).click();
  await app.run();
  expect(app.get("metric", { label: "Count" }).props).toMatchObject({ value: "1", delta: "1" });
});
