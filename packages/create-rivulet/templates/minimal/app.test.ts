import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

test("greets whoever is named", async () => {
  await using app = await AppTest.fromFile("app.ts");
  await app.run();
  app.get("textInput", { label: "Your name" }).set("Ada");
  app.get("slider", { label: "How often" }).set(2);
  await app.run();
  expect(app.texts().filter((text) => text === "Hello, Ada!")).toHaveLength(2);
});
