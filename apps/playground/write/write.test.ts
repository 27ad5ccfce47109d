import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);

/** The types and the main texts of what one call writes. */
async function written(...values: readonly unknown[]): Promise<string[]> {
  await using app = await AppTest.fromFunction(() => st.write(...values));
  await app.run();
  const { main } = app;
  return [...main.getAll("markdown"), ...main.getAll("json"), ...main.getAll("code")].map(({ type, props }) => `${type}: ${props.body}`);
}

test("write shows each value as what it is", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toMatchObject([{ name: "RangeError", message: "The draught is 7 m, the fairway 6 m.", frame: { line: 14 } }]);
  expect(app.texts()).toContain("Departure 2026-11-22 at berth 7 on time: true 12");
  expect(app.getAll("table").map(({ props }) => props.columns.map(({ name }) => name))).toEqual([
    ["ship", "tons", "arrived"],
    ["hour", "knots"],
  ]);
  expect(app.get("json").props.body).toBe('{"crew":["Kari","Juhan"],"watch":{"first":"Kari"},"limits":[1,2]}');
  expect(app.get("code").props.body).toContain("metresPerSecond * 1.944");
});

test.each([
  [["a", 1, "b"], ["markdown: a 1 b"]],
  [[0, -0, Number.NaN], ["markdown: 0 0 NaN"]],
  [[null, undefined], ["markdown: `null` `undefined`"]],
  [[Symbol("x")], ["markdown: `Symbol(x)`"]],
  [[/a`b/g], ["markdown: ``/a`b/g``"]],
  [[[]], ["json: []"]],
  [[{}], ["json: {}"]],
  [[[1, "a"]], ['json: [1,"a"]']],
  [
    ["a", { b: 1 }, "c"],
    ["markdown: a", "markdown: c", 'json: {"b":1}'],
  ],
  [
    [
      new (class Point {
        toString() {
          return "(1, 2)";
        }
      })(),
    ],
    ["markdown: `(1, 2)`"],
  ],
  [
    [
      new (class Point {
        x = 1;
      })(),
    ],
    ['json: {"x":1}'],
  ],
])("write(...%j) is %j", async (values, shown) => {
  expect(await written(...values)).toEqual(shown);
});

test("what is not there yet is an error that says what to do", async () => {
  expect(await badOptionOf(() => st.write("Weather:", Promise.resolve("mild")))).toBe(
    "st.write: argument 2 must be a value that is there: await the promise first, instead got a promise.",
  );
  async function* lines() {
    yield "a";
  }
  expect(await badOptionOf(() => st.write(lines()))).toContain("st.writeStream");
  expect(await badOptionOf(() => st.write(new Set([1]).values()))).toContain("a stream or generator");
  expect(await badOptionOf(() => st.write(st.container()))).toContain("a container");
});

test("several values in a place for one become one container", async () => {
  await using app = await AppTest.fromFunction(() => {
    const slot = st.empty();
    slot.write("first");
    slot.write("now", { a: 1 });
  });
  await app.run();
  expect(app.texts()).toEqual(["now", '{"a":1}']);
  expect(app.get("empty").getAll("container")).toHaveLength(1);
});
