import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

const problem = (app: AppTest, kind: "textInput" | "textArea" | "slider", key: string) => app.get(kind, { key }).props.problem;

test("a ship is registered: it is named, stands in the register, and the form is as at first", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("alert").text).toContain("MV Borealis was registered at 09:12.");
  app.get("textInput", { key: "name" }).set(" MV Cassini ");
  app.get("textInput", { key: "imo" }).set("9074729");
  app.get("radio", { key: "purpose" }).set("Ferry");
  app.get("selectbox", { key: "flag" }).set("Malta");
  app.get("dateInput", { key: "arrival" }).set("2026-12-01");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("alert").text).toMatch(/MV Cassini was registered at \d\d:\d\d\./);
  expect(app.get("expander").props.label).toBe("Register (2)");
  expect(app.get("table").props.cells.map(([first]) => first)).toEqual(["**MV Cassini**", "9074729", "Malta", "2026-12-01"]);
  expect(app.get("textInput", { key: "imo" }).value).toBe("");
  expect(app.get("radio", { key: "purpose" }).value).toBe("Cargo");
});

test("what does not fit is refused at its field, and nothing that was entered is lost", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput", { key: "name" }).set("MV");
  app.get("textInput", { key: "imo" }).set("9074728");
  app.get("numberInput", { key: "length" }).set(20);
  app.get("checkbox", { key: "dangerous" }).set(true);
  app.get("formSubmitButton").click();
  await app.run();
  expect(problem(app, "textInput", "name")).toBe("At least three letters");
  expect(problem(app, "textInput", "imo")).toBe("The last digit does not fit the others: one of them is wrong");
  app.get("textInput", { key: "name" }).set("MV Dione");
  app.get("textInput", { key: "imo" }).set("9074729");
  app.get("formSubmitButton").click();
  await app.run();
  expect(problem(app, "slider", "draught")).toBe("Deeper than a ship of 20 m can be");
  expect(problem(app, "textArea", "remarks")).toBe("Name the dangerous goods, such as UN 1203");
  expect(app.get("numberInput", { key: "length" }).value).toBe(20);
  expect(app.get("expander").props.label).toBe("Register (1)");
  app.get("slider", { key: "draught" }).set(2.1);
  app.get("textArea", { key: "remarks" }).set("Petrol (UN 1203) in drums.");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.get("alert").text).toContain("MV Dione was registered");
});

test("a ship is registered once", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput", { key: "imo" }).set("9319466");
  app.get("formSubmitButton").click();
  await app.run();
  expect(problem(app, "textInput", "imo")).toBe("This ship is registered already");
  expect(app.get("expander").props.label).toBe("Register (1)");
});

test.each(["907472", "90747290", "907472x", ""])("[F4] %j is no IMO number", async (imo) => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput", { key: "imo" }).set(imo);
  app.get("formSubmitButton").click();
  await app.run();
  expect(problem(app, "textInput", "imo")).toBe("Seven digits");
});
