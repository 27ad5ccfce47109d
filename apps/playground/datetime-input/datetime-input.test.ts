import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a datetime input gives the page day and time; null while there is none", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("departure 2026-11-22T13:45, arrival open");
  expect(app.texts().at(-1)).toMatch(/^log \d{4}-\d\d-\d\dT\d\d:\d\d$/);
  app.get("datetimeInput", { key: "departure" }).set("2026-12-20T22:00");
  app.get("datetimeInput", { label: "Arrival" }).set("2026-12-21T00:01");
  await app.run();
  expect(app.texts()).toContain("departure 2026-12-20T22:00, arrival 2026-12-21T00:01");
  expect(app.toasts).toHaveLength(1);
});

test("[BM1] a datetime input refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of ["2026-12-20T22:01", "2026-11-20T05:59", "2026-11-31T12:00", "2026-11-22", "2026-11-22T12:00:00", null, 5]) {
    await wire.send("Departure", bad);
  }
  await wire.send("Sold out since", "2026-11-02T09:00");
  expect(wire.client.texts()).toContain("departure 2026-11-22T13:45, arrival open");
});

test.each([
  [{ value: "2026-11-22" }, /^value must be a date and time such as "2026-11-22T13:45" or "now", instead got "2026-11-22"\.$/],
  [{ value: "2026-11-22T13:45", max: "2026-11-22T13:44" }, /^value must be at most max \(2026-11-22T13:44\)/],
  [{ step: 90 }, /^step must be whole minutes in seconds or a text such as "15m", up to 23 hours, instead got 90\.$/],
  [{ format: "DD MM YYYY" }, /^format must be /],
])("a datetime input with %o says what is wrong", async (options, message) => {
  expect((await badOptionOf(() => st.datetimeInput("When", options as never))).replace("st.datetimeInput: ", "")).toMatch(message);
});
