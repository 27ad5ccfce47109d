import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a switch gives the page whether it is on, and its callback the new value", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("toggle", { label: "Live data" }).set(false);
  await app.run();
  expect(app.texts()).toContain("live: false, night: false");
  expect(app.toasts).toMatchObject([{ body: "Paused" }]);
});

test("[BM1] a switch refuses what is neither true nor false", async () => {
  await using wire = await openWire(page);
  for (const bad of [0, "on", null]) await wire.send("Live data", bad);
  await wire.send("Autopilot", true);
  expect(wire.client.texts()).toContain("live: true, night: false");
});

test("a switch's initial value is checked", async () => {
  expect(await badOptionOf(() => st.toggle("Live", { value: "yes" as never }))).toBe(
    'st.toggle: value must be true or false, instead got "yes".',
  );
});
