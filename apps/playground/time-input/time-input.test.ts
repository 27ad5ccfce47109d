import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a time input gives the page the time, with seconds where the step has some; null while there is none", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("wake 06:30, tide unknown, signal 12:00:30");
  app.get("timeInput", { key: "wake" }).set("06:41");
  app.get("timeInput", { label: "High tide" }).set("15:10");
  app.get("timeInput", { label: "Signal" }).set("12:01:00");
  await app.run();
  expect(app.texts()).toContain("wake 06:41, tide 15:10, signal 12:01:00");
  expect(app.toasts).toHaveLength(1);
  app.get("timeInput", { label: "High tide" }).set(null);
  await app.run();
  expect(app.texts()).toContain("wake 06:41, tide unknown, signal 12:01:00");
});

test("[BM1] a time input refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of ["24:00", "6:30", "06:30:00", "06:30pm", 630, null]) await wire.send("Wake me at", bad);
  for (const bad of ["12:00", "12:00:60"]) await wire.send("Signal", bad);
  await wire.send("Sunset", "20:00");
  expect(wire.client.texts()).toContain("wake 06:30, tide unknown, signal 12:00:30");
});

test("now is a minute and stays it", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const log = app.texts().at(-1);
  expect(log).toMatch(/^log \d\d:\d\d$/);
  expect(app.get("timeInput", { label: "Log entry at" }).props.step).toBe(900);
});

test.each([
  [{ value: "6:30" }, /^value must be a time such as "13:45" .*, "now" or null, instead got "6:30"\.$/],
  [{ value: "06:30:15" }, /^value must be a time such as "13:45" \(seconds need a step that is no whole minutes\)/],
  [{ step: 0 }, /^step must be whole seconds or a text such as "15m", up to 23 hours, instead got 0\.$/],
  [{ step: "24h" }, /^step must be/],
  [{ step: 1.5 }, /^step must be/],
  [{ format: "13h" }, /^format must be "12h", "24h" or "localized", instead got "13h"\.$/],
])("a time input with %o says what is wrong", async (options, message) => {
  expect((await badOptionOf(() => st.timeInput("Time", options as never))).replace("st.timeInput: ", "")).toMatch(message);
});
