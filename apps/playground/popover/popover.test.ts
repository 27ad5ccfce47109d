import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("widgets in a popover work; where opening it runs the page, the page knows", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("slider", { label: "At least so many tons" }).set(400);
  await app.run();
  expect(app.texts()).toContain("Ships with timber, 400 tons and more.");
  expect(app.getAll("table")).toHaveLength(0);
  app.get("popover", { key: "log" }).click();
  await app.run();
  expect(app.getAll("table")).toHaveLength(1);
  expect(app.sessionState.log).toBe(true);
  app.sessionState.log = false;
  await app.run();
  expect(app.getAll("table"), "a page can close it, too").toHaveLength(0);
  const long = app.get("popover", { label: "A long label that is cut where its place ends" });
  for (const _ of ["open", "close"]) {
    long.click();
    await app.run();
  }
  expect(app.texts()).toContain("Heard: true, false");
});

test("[BM1] a popover refuses what is neither open nor closed, and one that is disabled all", async () => {
  await using wire = await openWire(page);
  for (const bad of [1, "open", null]) await wire.send("The whole log", bad);
  expect(wire.client.texts()).toContain("The log is read when somebody opens it.");
});

test("a popover that does not tell counts as open", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.text(`${st.popover("a").open} ${st.popover("b", { onChange: "ignore" }).open} ${st.popover("c", { onChange: () => {} }).open}`);
  });
  await app.run();
  expect(app.texts()).toContain("true true false");
});

test("a popover's options are checked", async () => {
  expect(await badOptionOf(() => st.popover("a", { type: "big" as never }))).toBe(
    'st.popover: type must be "primary", "secondary" or "tertiary", instead got "big".',
  );
  expect(await badOptionOf(() => st.popover("a", { wrap: 1 as never }))).toBe("st.popover: wrap must be true or false, instead got 1.");
  expect(await badOptionOf(() => st.popover("a", { onChange: 1 as never }))).toBe(
    'st.popover: onChange must be "rerun", "ignore" or a function, instead got 1.',
  );
});
