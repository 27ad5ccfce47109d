import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a text input gives the page what the user entered; null until then where it may start empty", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("Ada, no ship, no mail");
  app.get("textInput", { label: "Name" }).set("Grace");
  app.get("textInput", { key: "ship" }).set("Olga");
  await app.run();
  expect(app.texts()).toContain("Grace, ship Olga, no mail");
  expect(app.sessionState.ship).toBe("Olga");
});

test("a text input tells the browser what to check and when to send", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.get("textInput", { label: "MMSI" }).props.validate).toEqual([String.raw`\d{9}`, "Nine digits"]);
  expect(app.getAll("textInput").find(({ props }) => props.label === "Search")?.props.live).toBe(250);
  expect(app.get("textInput", { label: "Note for later" }).props.deferred).toBe(true);
});

test("[BM1] a text input refuses what is no text, too long, or for a disabled field", async () => {
  await using wire = await openWire(page);
  for (const bad of [5, ["a"], {}, true, null, "two\nlines", "x".repeat(21)]) await wire.send("Name", bad);
  await wire.send("Berth", "A 1");
  expect(wire.client.texts()).toContain("Ada, no ship, no mail");
  await wire.send("Name", "x".repeat(20));
  expect(wire.client.texts()).toContain(`${"x".repeat(20)}, no ship, no mail`);
});

test("[BM1] a text input refuses what does not match as a whole, by its own rule or its type's", async () => {
  await using wire = await openWire(page);
  const sendAll = async (label: string, values: readonly unknown[]) => {
    for (const value of values) await wire.send(label, value);
  };
  await sendAll("MMSI", ["12345678", "1234567890", "x", "123456789 "]);
  await sendAll("Mail", ["ada", "ada@", "@example.com", "ada@example", "a b@example.com", "ada@exam@ple.com"]);
  await sendAll("Web", ["example.com", "ftp://example.com", "https://", "javascript:alert(1)"]);
  await sendAll("Phone", ["12", "call me", "+44 20 79x"]);
  const nothing = ["Ada, no ship, no mail", "web none, phone none", "MMSI unknown, search nothing, note none"];
  expect(wire.client.texts()).toEqual(expect.arrayContaining(nothing));
  await wire.send("MMSI", "123456789");
  await wire.send("Mail", "ada@mail.example.com");
  await wire.send("Web", "https://example.com/a?b=c#d");
  await wire.send("Phone", "+44 (0)20 7946-0018");
  expect(wire.client.texts()).toEqual(
    expect.arrayContaining([
      "Ada, no ship, ada@mail.example.com",
      "web https://example.com/a?b=c#d, phone +44 (0)20 7946-0018",
      "MMSI 123456789, search nothing, note none",
    ]),
  );
  await wire.send("MMSI", "");
  expect(wire.client.texts()).toContain("MMSI unknown, search nothing, note none");
});

test("line breaks that the page puts into a text input become spaces, for the page too", async () => {
  await using app = await AppTest.fromFunction(() => {
    const state = st.sessionState.init({ filled: false });
    if (!state.filled) Object.assign(st.sessionState, { note: "a\nb" });
    state.filled = true;
    st.text(`${st.textInput("Note", { key: "note" })}, ${st.textInput("Name", { value: "c\r\nd" })}`);
  });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("a b, c d");
  expect(app.getAll("textInput").map(({ value }) => value)).toEqual(["a b", "c d"]);
});

test("a text input's options are checked", async () => {
  expect(await badOptionOf(() => st.textInput("Name", { value: 5 as never }))).toBe(
    "st.textInput: value must be a string or null, instead got 5.",
  );
  expect(await badOptionOf(() => st.textInput("Name", { value: "abc", maxChars: 2 }))).toBe(
    'st.textInput: value must be at most 2 characters (maxChars), instead got "abc".',
  );
  expect(await badOptionOf(() => st.textInput("Name", { maxChars: 0 }))).toBe(
    "st.textInput: maxChars must be a whole number above 0, instead got 0.",
  );
  expect(await badOptionOf(() => st.textInput("Name", { validate: /a/i }))).toBe(
    'st.textInput: validate must be a regular expression without flags, or one and a message, instead got "/a/i".',
  );
  expect(await badOptionOf(() => st.textInput("Name", { validate: "(" }))).toContain("a regular expression");
  expect(await badOptionOf(() => st.textInput("Name", { onChange: "later" as never }))).toBe(
    'st.textInput: onChange must be "rerun", "ignore" or a function, instead got "later".',
  );
  expect(await badOptionOf(() => st.textInput("Name", { live: -1 }))).toBe(
    "st.textInput: live must be true, false or milliseconds from 0 to 60,000, instead got -1.",
  );
});
