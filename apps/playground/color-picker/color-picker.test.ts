import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a color picker gives the page the colour in lower case", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("hull #b01c34, deck #ffcc88, mast #000000");
  app.get("colorPicker", { key: "hull" }).set("#0a0b0c");
  app.get("colorPicker", { label: "Deck" }).set("#123456");
  await app.run();
  expect(app.texts()).toContain("hull #0a0b0c, deck #123456, mast #000000");
  expect(app.toasts).toHaveLength(1);
});

test("[BM1] a color picker refuses what is no colour in its form", async () => {
  await using wire = await openWire(page);
  for (const bad of ["red", "#fff", "#ABCDEF", "123456", "#1234567", null, 7]) await wire.send("Hull", bad);
  await wire.send("Sails", "#000000");
  expect(wire.client.texts()).toContain("hull #b01c34, deck #ffcc88, mast #000000");
});

test.each(["red", "#12345", "rgb(0, 0, 0)", null])("a color picker with the value %o says what is wrong", async (value) => {
  expect(await badOptionOf(() => st.colorPicker("Hull", { value: value as never }))).toMatch(
    /^st\.colorPicker: value must be a colour such as "#4f46e5", instead got /,
  );
});
