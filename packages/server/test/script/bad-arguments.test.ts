import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { Script } from "./page-session.ts";

// What types forbid and JavaScript, a cast or data from outside still brings.
const bad = (value: unknown) => value as never;

test.each([
  ["with", () => st.container().with(bad(5)), /with: body must be a function/],
  ["html", () => st.html(bad([])), /st\.html: body must be a string/],
  ["html of a list", () => st.html(bad(["<b>", "</b>"])), /st\.html: body must be a string/],
  ["setPageConfig", () => st.setPageConfig(bad(undefined)), /st\.setPageConfig: config must be an object/],
  ["sessionState.init", () => st.sessionState.init(bad(null)), /init: defaults must be an object/],
])("%s says what it needs", async (_, call, message) => {
  const session = new Script(() => {
    call();
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(message);
});

test("text and json show objects of every kind, however deep", async () => {
  let deep: unknown = "bottom";
  for (let i = 0; i < 20_000; i++) deep = [deep];
  const session = new Script(() => {
    st.text({ a: 1 });
    st.text(Object.create(null));
    st.text([1, 2]);
    st.json(deep);
  }).open();
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts().slice(0, 3)).toEqual(['{"a":1}', "{}", "1,2"]);
});
