import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("[SR5] a widget in a fragment runs the fragment, one outside runs the page", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("slider", { label: "Tons" }).set(300);
  await app.run();
  expect(app.texts()).toContain("The page has run 1 times.");
  expect(app.texts()).toContain("Kiel: 300 t, run 2 of this part.");
  expect(app.texts()).toContain("Ordered for Kiel: 300 t");
  app.get("selectbox", { label: "Harbour" }).set("Riga");
  await app.run();
  expect(app.texts()).toContain("The page has run 2 times.");
  expect(app.texts()).toContain("Riga: 300 t, run 3 of this part.");
});

test("[G4] st.rerun() in a fragment runs the page, its key in a callback the fragment alone", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: "Order everywhere" }).click();
  await app.run();
  expect(app.texts()).toContain("The page has run 2 times.");
  app.get("button", { label: "Beat now" }).click();
  await app.run();
  expect(app.texts()).toContain("The page has run 2 times.");
  expect(app.texts()).toContain("Beat 3");
});

test("[BM1] a fragment's widget refuses bad values over the wire", async () => {
  await using wire = await openWire(page);
  for (const bad of [501, "many", null]) await wire.send("Tons", bad);
  expect(wire.client.texts()).toContain("Kiel: 120 t, run 4 of this part.");
});

test("a fragment's options are checked", async () => {
  expect(await badOptionOf(() => st.fragment(() => {}, { runEvery: -1 })())).toBe(
    'st.fragment: runEvery must be a number of seconds above 0, or a text such as "10s", instead got -1.',
  );
  expect(await badOptionOf(() => (st.fragment(5 as never) as () => void)())).toBe(
    "st.fragment: body must be a function that writes a part of the page, instead got 5.",
  );
});
