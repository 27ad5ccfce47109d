import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const AT_FIRST = "no thumb, mood unknown, 4 stars";

test("feedback gives the page the rating, and null when it is taken back", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(AT_FIRST);
  app.get("feedback", { key: "thumb" }).set(0);
  app.get("feedback", 1).set(4);
  app.get("feedback", { label: "The galley" }).set(null);
  await app.run();
  expect(app.texts()).toContain("down, mood 4, no stars");
  expect(app.sessionState.thumb).toBe(0);
});

test("[BM1] feedback refuses what the scale does not have", async () => {
  await using wire = await openWire(page);
  for (const bad of [2, -1, 0.5, "1", true]) await wire.send("", bad);
  for (const bad of [5, [1], {}]) await wire.send("The galley", bad);
  await wire.send("The weather", 4);
  expect(wire.client.texts()).toContain(AT_FIRST);
  await wire.send("The galley", 0);
  expect(wire.client.texts()).toContain("no thumb, mood unknown, 1 stars");
});

test("feedback without anything asks for a thumb; a rating that another scale does not have is forgotten", async () => {
  let scale: "stars" | undefined;
  await using app = await AppTest.fromFunction(() => void st.text(`rating ${scale ? st.feedback(scale, { key: "x" }) : st.feedback()}`));
  await app.run();
  expect(app.get("feedback").props.scale).toBe("thumbs");
  expect(app.texts()).toContain("rating null");
  scale = "stars";
  app.sessionState.x = 4;
  await app.run();
  expect(app.texts()).toContain("rating 4");
});

test("a feedback's options are checked", async () => {
  expect(await badOptionOf(() => st.feedback("hearts" as never))).toBe(
    'st.feedback: scale must be "thumbs", "faces" or "stars", instead got "hearts".',
  );
  expect(await badOptionOf(() => st.feedback("thumbs", { value: 2 as never }))).toBe(
    "st.feedback: value must be a whole number from 0 to 1, or null, instead got 2.",
  );
  expect(await badOptionOf(() => st.feedback("stars", { label: 1 as never }))).toBe("st.feedback: label must be a string, instead got 1.");
});
