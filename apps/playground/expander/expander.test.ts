import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("an expander has its content; where opening it runs the page, the page knows", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("The manifest is loaded when somebody opens it.");
  expect(app.getAll("expander").map(({ props }) => props.value)).toEqual([undefined, undefined, false, undefined, undefined, undefined]);
  app.get("expander", { key: "manifest" }).click();
  await app.run();
  expect(app.getAll("table")).toHaveLength(1);
  expect(app.sessionState.manifest).toBe(true);
  app.sessionState.manifest = false;
  await app.run();
  expect(app.getAll("table"), "a page can close it, too").toHaveLength(0);
});

test("[BM1] an expander refuses what is neither open nor closed", async () => {
  await using wire = await openWire(page);
  for (const bad of [1, "open", null]) await wire.send("Manifest", bad);
  expect(wire.client.texts()).toContain("The manifest is loaded when somebody opens it.");
});

test("an expander that does not tell counts as open", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.text(
      `${st.expander("a").open} ${st.expander("b", { onChange: "ignore" }).open} ${st.expander("c", { expanded: true, onChange: () => {} }).open}`,
    );
  });
  await app.run();
  expect(app.texts()).toContain("true true true");
});

test("an expander's options are checked", async () => {
  expect(await badOptionOf(() => st.expander("a", { expanded: 1 as never }))).toBe(
    "st.expander: expanded must be true or false, instead got 1.",
  );
  expect(await badOptionOf(() => st.expander("a", { type: "big" as never }))).toBe(
    'st.expander: type must be "default", "compact" or "step", instead got "big".',
  );
});
