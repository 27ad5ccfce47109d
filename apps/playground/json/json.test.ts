import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("what JSON does not know is shown too", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("json").map(({ props }) => JSON.parse(props.body))).toEqual([
    { name: "Olga", built: "1998-05-17T00:00:00.000Z", holds: [{ tons: 400 }, { tons: 460.5 }], imo: 9_876_543, self: "[Circular]" },
    { serialised: ["already", { deep: { deeper: true } }] },
    { lights: { Holmen: "red" }, crew: ["Kari"], nothing: "[undefined]", depth: "[NaN]" },
  ]);
});

test("a string must be JSON, a depth a whole number", async () => {
  expect(await badOptionOf(() => st.json("{"))).toBe(
    'st.json: body must be JSON when it is a string (to show a text use st.write or st.text), instead got "{".',
  );
  expect(await badOptionOf(() => st.json({}, { expanded: -1 }))).toBe(
    "st.json: expanded must be true, false or a depth from 0 on, instead got -1.",
  );
});
