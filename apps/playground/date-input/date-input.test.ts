import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const first = "launch 2026-04-18, season 2026-05-01 to 2026-09-30, survey open, away never";

test("a date input gives the page the day, or both of a range; null while there is none", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(first);
  app.get("dateInput", { label: "Launch" }).set("2026-04-20");
  app.get("dateInput", { key: "season" }).set(["2026-04-20", "2026-10-31"]);
  app.get("dateInput", { label: "Survey" }).set("2026-02-28");
  app.get("dateInput", { label: "Away" }).set(["2026-07-01", "2026-07-01"]);
  await app.run();
  expect(app.texts()).toContain("launch 2026-04-20, season 2026-04-20 to 2026-10-31, survey 2026-02-28, away 2026-07-01 to 2026-07-01");
  expect(app.toasts).toHaveLength(1);
  expect(app.sessionState.season).toEqual(["2026-04-20", "2026-10-31"]);
  app.get("dateInput", { label: "Survey" }).set(null);
  app.get("dateInput", { label: "Away" }).set(null);
  await app.run();
  expect(app.texts()).toContain("launch 2026-04-20, season 2026-04-20 to 2026-10-31, survey open, away never");
});

test("[BM1] a date input refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of ["2026-02-30", "20.04.2026", "2026-04-20T00:00", 5, null, ["2026-04-20", "2026-04-21"]]) await wire.send("Launch", bad);
  for (const bad of [["2026-09-30", "2026-05-01"], ["2026-03-31", "2026-05-01"], ["2026-05-01"], "2026-05-01", null, []]) {
    await wire.send("Season", bad);
  }
  await wire.send("Survey", "2025-12-31");
  await wire.send("Insured until", "2030-01-01");
  expect(wire.client.texts()).toContain(first);
  await wire.send("Launch", "2026-04-19");
  expect(wire.client.texts()).toContain(first.replace("04-18", "04-19"));
});

test("today is a day, moved into the limits, and stays it", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.text([st.dateInput("a"), st.dateInput("b", { max: "2020-01-01" }), st.dateInput("c", { min: "9000-01-01" })].join(" "));
  });
  await app.run();
  const shown = app.texts().at(-1);
  expect(shown).toMatch(/^\d{4}-\d\d-\d\d 2020-01-01 9000-01-01$/);
  await app.run();
  expect(app.texts().at(-1)).toBe(shown);
});

test.each([
  [{ value: "22.11.2026" }, 'value must be a date such as "2026-11-22" or "today", instead got "22.11.2026".'],
  [{ value: "2026-02-29" }, 'value must be a date such as "2026-11-22" or "today", instead got "2026-02-29".'],
  [{ min: 5 }, 'min must be a date such as "2026-11-22" or "today", instead got 5.'],
  [{ min: "2026-02-01", max: "2026-01-01" }, 'min must be at most max (2026-01-01), instead got "2026-02-01".'],
  [{ value: "2026-01-01", min: "2026-02-01" }, 'value must be at least min (2026-02-01), instead got "2026-01-01".'],
  [{ value: ["2026-01-01"] }, "value must be two dates, or [] for none yet, instead got an array of 1."],
  [{ value: ["2026-01-02", "2026-01-01"] }, 'value must be two ascending dates, instead got "2026-01-02, 2026-01-01".'],
  [{ format: "YY/MM/DD" }, expect.stringMatching(/^format must be "YYYY\/MM\/DD", .*"MM-DD-YYYY", instead got "YY\/MM\/DD"\.$/)],
])("a date input with %o says what is wrong", async (options, message) => {
  expect((await badOptionOf(() => st.dateInput("Day", options as never))).replace("st.dateInput: ", "")).toEqual(message);
});
