import { AppTest } from "@rivulet/testing";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

// In this folder, so that the pages find what pages of the playground find.
let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "tmp-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The nth example of a guide, as it stands there, as a page that has run. `rest` follows it: what the guide leaves out. */
async function example(guide: string, nth: number, rest = ""): Promise<AppTest> {
  const text = readFileSync(new URL(`../../../docs/${guide}.md`, import.meta.url), "utf8");
  const code = [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, body]) => body ?? "")[nth] ?? "";
  const file = join(folder, `${guide}-${nth}.ts`);
  writeFileSync(file, `${code.includes("import { st }") ? "" : 'import { st } from "rivulet";\n'}${code}\n${rest}`);
  const app = await AppTest.fromFile(file);
  await app.run();
  expect(app.errors).toEqual([]);
  return app;
}

test("FORMS.md: an order is placed by its button, and the form is empty again", async () => {
  await using app = await example("FORMS", 0);
  app.get("numberInput").set(40);
  await app.run();
  expect(app.getAll("alert")).toEqual([]);
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("Ordered 40 t for North quay.");
  expect(app.get("numberInput").value).toBe(10);
});

test("FORMS.md: what must be filled in is", async () => {
  await using app = await example("FORMS", 1);
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.getAll("textInput").map(({ props }) => props.problem)).toEqual(["Required", "Required"]);
  expect(app.get("checkbox").props.problem).toBe("Required");
  app.get("textInput", { label: "Name" }).set("Ada");
  app.get("textInput", { label: "E-mail" }).set("ada@example.org");
  app.get("checkbox").set(true);
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("Welcome, Ada. We write to ada@example.org.");
});

test("FORMS.md: a schema says what is wrong at the fields", async () => {
  await using app = await example("FORMS", 2);
  app.get("numberInput").set(400);
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.get("numberInput").props.problem).toBe("More than the crane can lift");
  app.get("numberInput").set(90);
  app.get("dateInput", { label: "Departure" }).set("2026-11-01");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.get("dateInput", { label: "Departure" }).props.problem).toBe("Before the arrival");
  app.get("dateInput", { label: "Departure" }).set("2026-11-23");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("Booked from 2026-11-22 to 2026-11-23.");
});

test("FORMS.md: fields that depend on others come and go", async () => {
  await using app = await example("FORMS", 3);
  expect(app.getAll("textInput")).toEqual([]);
  app.get("selectbox").set("something else");
  await app.run();
  app.get("textInput", { label: "Which" }).set("the bell");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("We will mend the bell.");
  expect(app.getAll("textInput")).toEqual([]);
});

test("FRAGMENTS.md: a search runs alone", async () => {
  const rest = `
var loads: number;
async function loadOrders() {
  loads = (loads ?? 0) + 1;
  return [{ customer: "Ada" }, { customer: "Berta" }];
}
st.text(\`loaded \${loads}\`);`;
  await using app = await example("FRAGMENTS", 0, rest);
  app.get("textInput").set("Ber");
  await app.run();
  expect(app.texts()).toContain("loaded 1");
  expect(app.get("table").text).not.toContain("Ada");
  expect(app.get("table").text).toContain("Berta");
});

test("FRAGMENTS.md: a fragment writes into a container around it, again and again", async () => {
  await using app = await example("FRAGMENTS", 1);
  app.get("slider").set(40);
  await app.run();
  expect(app.getAll("metric").map(({ props }) => props.value)).toEqual(["40 t"]);
});
