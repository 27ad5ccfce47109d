import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a text area gives the page its lines; null until something was entered where it may start empty", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("2 lines, no remarks");
  app.get("textArea", { label: "Log" }).set("a\nb\nc");
  app.get("textArea", { key: "remarks" }).set("none");
  await app.run();
  expect(app.texts()).toContain("3 lines, remarks: none");
  expect(app.sessionState.remarks).toBe("none");
});

test("a text area's callback gets the text", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textArea", { label: "Search the log" }).set("Olga");
  await app.run();
  expect(app.toasts.map(({ body }) => body)).toEqual(["Olga"]);
});

test("[BM1] a text area refuses what is no text, too long, null that it never had, or for a disabled field", async () => {
  await using wire = await openWire(page);
  for (const bad of [5, ["a"], {}, true, null, "x".repeat(201)]) await wire.send("Log", bad);
  await wire.send("Standing orders", "none");
  expect(wire.client.texts()).toContain("2 lines, no remarks");
  // A page that fails on null keeps what it showed before.
  expect(wire.client.texts().join()).not.toContain("TypeError");
  await wire.send("Log", "x".repeat(200));
  expect(wire.client.texts()).toContain("1 lines, no remarks");
});

test("a text area's options are checked", async () => {
  expect(await badOptionOf(() => st.textArea("Log", { value: 5 as never }))).toBe(
    "st.textArea: value must be a string or null, instead got 5.",
  );
  expect(await badOptionOf(() => st.textArea("Log", { value: "abc", maxChars: 2 }))).toBe(
    'st.textArea: value must be at most 2 characters (maxChars), instead got "abc".',
  );
  expect(await badOptionOf(() => st.textArea("Log", { height: 40 }))).toBe(
    'st.textArea: height must be at least 68 pixels, "content" or "stretch", instead got 40.',
  );
  expect(await badOptionOf(() => st.textArea("Log", { placeholder: 1 as never }))).toBe(
    "st.textArea: placeholder must be a string, instead got 1.",
  );
});
