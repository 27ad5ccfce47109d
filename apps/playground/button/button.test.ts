import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a button is true in the run that its press caused, and in no other", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).not.toContain("rolled");
  app.get("button", { label: "Roll the dice" }).click();
  await app.run();
  expect(app.texts()).toContain("rolled");
  await app.run();
  expect(app.texts()).not.toContain("rolled");
});

test("a button's callback runs before the page, once a press", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  for (const likes of [1, 2]) {
    app.get("button", { key: "like" }).click();
    await app.run();
    expect(app.texts()).toContain(`likes: ${likes}`);
  }
  expect(app.get("button", { label: "Next" }).props.icons).toEqual({ arrow_forward: expect.stringMatching(/^[mM]/) });
});

test("[BM1] a button fires only by true, and not while it is disabled", async () => {
  await using wire = await openWire(page);
  for (const bad of [false, 1, "true", null, {}]) await wire.send("Roll the dice", bad);
  await wire.send("Not now", true);
  expect(wire.client.texts()).not.toContain("rolled");
  expect(wire.client.texts()).not.toContain("never");
  await wire.send("Roll the dice", true);
  expect(wire.client.texts()).toContain("rolled");
});

test("a button's options are checked", async () => {
  expect(await badOptionOf(() => st.button(5 as never))).toBe("st.button: label must be a string, instead got 5.");
  expect(await badOptionOf(() => st.button("Go", { type: "main" as never }))).toBe(
    'st.button: type must be "primary", "secondary" or "tertiary", instead got "main".',
  );
  expect(await badOptionOf(() => st.button("Go", { icon: ":material/hoome:" }))).toMatch(
    /^st\.button: icon must be the name of a Material icon \(near it: :material\/home:, .*\), instead got ":material\/hoome:"\.$/,
  );
  expect(await badOptionOf(() => st.button("Go", { icon: "go" }))).toBe(
    'st.button: icon must be one emoji or ":material/name:", or "spinner", instead got "go".',
  );
  expect(await badOptionOf(() => st.button("Go", { shortcut: "Ctrl" }))).toBe(
    'st.button: shortcut must be keys joined by "+", such as "Ctrl+K", instead got "Ctrl".',
  );
  for (const shortcut of ["Ctrl+", "K+Ctrl", "Ctrl+Kk", "", " ", 5 as never])
    expect(await badOptionOf(() => st.button("Go", { shortcut }))).toContain("st.button: shortcut must be keys joined by");
  expect(await badOptionOf(() => st.button("Go", { wrap: "no" as never }))).toBe(
    'st.button: wrap must be true or false, instead got "no".',
  );
  expect(await badOptionOf(() => st.button("Go", { onClick: "go" as never }))).toBe(
    'st.button: onClick must be a function, instead got "go".',
  );
});
