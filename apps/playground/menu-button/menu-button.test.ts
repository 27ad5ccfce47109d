import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a menu button gives the option picked in the run that the pick caused, and in no other", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("menuButton", { label: "Export" }).set("Excel");
  await app.run();
  expect(app.texts()).toContain("exported as Excel");
  await app.run();
  expect(app.texts().join()).not.toContain("exported");
});

test("a menu button's callback gets the page's own option", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  for (const [berth, moved] of [
    ["Roads · 24 m", "moved to: Roads"],
    ["Quay 1 · 8 m", "moved to: Roads, Quay 1"],
  ] as const) {
    app.get("menuButton", { key: "berth" }).set(berth);
    await app.run();
    expect(app.texts()).toContain(moved);
  }
});

test("an option that is gone when the page runs counts as no pick", async () => {
  await using app = await AppTest.fromFunction(() => {
    const state = st.sessionState.init({ runs: 0 });
    state.runs += 1;
    st.text(`picked ${st.menuButton("Menu", state.runs === 1 ? ["a"] : ["b"])}`);
  });
  await app.run();
  app.get("menuButton").set("a");
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("picked null");
});

test("[BM1] a menu button fires only what is in its menu, and not while it is disabled", async () => {
  await using wire = await openWire(page);
  for (const bad of [true, 0, "PDF", "CSV\u00001", null, ["CSV"]]) await wire.send("Export", bad);
  await wire.send("Not now", "Never");
  expect(wire.client.texts().join()).not.toContain("exported");
  await wire.send("Export", "CSV");
  expect(wire.client.texts()).toContain("exported as CSV");
});

test("a menu button's options are checked", async () => {
  expect(await badOptionOf(() => st.menuButton("Go", 5 as never))).toBe("st.menuButton: options must be a list of options, instead got 5.");
  expect(await badOptionOf(() => st.menuButton("Go", [{ a: 1 }]))).toContain(
    "st.menuButton: format must be given when options are objects",
  );
  expect(await badOptionOf(() => st.menuButton("Go", ["a"], { onClick: "go" as never }))).toBe(
    'st.menuButton: onClick must be a function, instead got "go".',
  );
});
