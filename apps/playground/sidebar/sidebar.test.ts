import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

test("the sidebar is a container beside the page, the bottom one below it", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.sidebar.texts()).toContain("Written by st in the sidebar's body.");
  expect(app.bottom.texts()).toEqual(["This line stays at the lower edge of the page."]);
  app.sidebar.get("selectbox").set("Malta");
  app.sidebar.get("slider").set(400);
  await app.run();
  expect(app.main.texts()).toContain("ships of Malta with at least 400 tons");
});
