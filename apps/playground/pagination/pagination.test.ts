import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const AT_FIRST = "page 1, step 1, chapter 500, day 31";

test("pagination gives the page its number", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(AT_FIRST);
  app.get("pagination", { key: "page" }).set(46);
  app.get("pagination", 1).set(3);
  await app.run();
  expect(app.texts()).toContain("page 46, step 3, chapter 500, day 31");
  expect(app.get("table").props.cells[1]).toEqual([226, 227, 228, 229, 230].map((number) => `Vessel ${number}`));
});

test("[BM1] pagination refuses pages that there are not", async () => {
  await using wire = await openWire(page);
  for (const bad of [0, 47, 1.5, "2", null, [2]]) await wire.send("Ships", bad);
  await wire.send("Closed", 5);
  expect(wire.client.texts()).toContain(AT_FIRST);
  await wire.send("Ships", 2);
  expect(wire.client.texts()).toContain("page 2, step 1, chapter 500, day 31");
});

test("where pages are gone, the last one is the current one", async () => {
  let pages = 9;
  await using app = await AppTest.fromFunction(() => void st.text(`page ${st.pagination(pages, { key: "x" })}`));
  await app.run();
  app.get("pagination").set(8);
  await app.run();
  pages = 5;
  await app.run();
  expect(app.texts()).toContain("page 5");
  pages = 9;
  await app.run();
  expect(app.texts()).toContain("page 5");
  app.sessionState.x = 10;
  await app.run();
  expect(app.errors).toMatchObject([
    { code: "RIVULET_WIDGET_STATE", message: "st.sessionState.x holds 10, but st.pagination needs a page from 1 to 9." },
  ]);
});

test("a pagination's options are checked", async () => {
  expect(await badOptionOf(() => st.pagination(0))).toBe(
    "st.pagination: pages must be a whole number above 0 (1 where there is nothing to show), instead got 0.",
  );
  expect(await badOptionOf(() => st.pagination(3, { value: 4 }))).toBe("st.pagination: value must be a page from 1 to 3, instead got 4.");
  expect(await badOptionOf(() => st.pagination(3, { maxVisiblePages: -1 }))).toBe(
    "st.pagination: maxVisiblePages must be a whole number from 0, or null, instead got -1.",
  );
});
