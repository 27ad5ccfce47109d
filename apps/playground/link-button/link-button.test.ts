import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a link button with onClick is true in the run that its click caused, and in no other", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).not.toContain("read");
  app.get("linkButton", { label: "Notices to mariners" }).click();
  await app.run();
  expect(app.texts()).toContain("read");
  await app.run();
  expect(app.texts()).not.toContain("read");
});

test("a link button's callback runs before the page", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("linkButton", { key: "weather" }).click();
  await app.run();
  expect(app.texts()).toContain("opened: 1");
});

test("[BM1] a link that runs no page fires nothing", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(() => app.get("linkButton", { label: "Tide tables" }).click()).toThrow("the link does not run the page");
});

test("[BM1] a link button fires nothing but its click", async () => {
  await using wire = await openWire(page);
  for (const bad of [false, 1, "true", null]) await wire.send("Notices to mariners", bad);
  expect(wire.client.texts()).not.toContain("read");
  await wire.send("Notices to mariners", true);
  expect(wire.client.texts()).toContain("read");
});

test.each(["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "blob:x", "", "https://", 5])(
  "[SEC5] %j is no address of a link button",
  async (url) => {
    expect(await badOptionOf(() => st.linkButton("Go", url as never))).toMatch(
      /^st\.linkButton: url must be an http\(s\), mailto or tel address, or a relative one, instead got /,
    );
  },
);

test("a link button takes addresses of its app and of others, and says what is wrong with its options", async () => {
  await using app = await AppTest.fromFunction(() => {
    for (const url of ["/orders/7?a=1&copy=2", "report", "#top", "?x=1", "//example.org", "mailto:ada@example.com"])
      st.linkButton("Go", url);
  });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("linkButton").props.url).toBe("/orders/7?a=1&copy=2");
  expect(await badOptionOf(() => st.linkButton("Go", "/", { onClick: "go" as never }))).toBe(
    'st.linkButton: onClick must be "rerun", "ignore" or a function, instead got "go".',
  );
});
