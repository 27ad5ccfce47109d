import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("the page reads and writes its address", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url), { queryParams: { tag: ["a", "b"], embed: "true" } });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("view: list, tags: a, b");
  app.get("button", { label: "Map" }).click();
  await app.run();
  expect(app.texts()).toContain("view: map, tags: a, b");
  app.get("button", { label: "Add a tag" }).click();
  await app.run();
  expect(app.place.query).toBe("tag=a&tag=b&tag=3&embed=true&view=map");
  app.get("button", { label: "Clear" }).click();
  await app.run();
  // The frame's own stay.
  expect(app.place.query).toBe("embed=true");
});

test("it is a mapping in every way", async () => {
  const seen: unknown[] = [];
  await using app = await AppTest.fromFunction(
    () => {
      const { queryParams } = st;
      seen.push(queryParams.a, queryParams.get("a"), queryParams.b, queryParams.has("b"), "a" in queryParams, Object.keys(queryParams));
      seen.push([...queryParams], Object.assign({}, queryParams), String(queryParams), queryParams.keys(), queryParams.values());
      queryParams.update({ b: 5, c: true });
      seen.push(queryParams.delete("a"), queryParams.delete("a"), queryParams.toObject());
      delete queryParams.b;
      queryParams.fromObject({ d: ["x", "y"] });
      seen.push(queryParams.d, queryParams.getAll("d"), queryParams.toString());
    },
    { queryParams: { a: ["1", "2"], embed_options: "dark_theme" } },
  );
  await app.run();
  expect(app.errors).toEqual([]);
  expect(seen).toEqual([
    ...["2", "2", undefined, false, true, ["a"]],
    ...[[["a", "2"]], { a: "2" }, "a=1&a=2", ["a"], ["2"]],
    ...[true, false, { b: "5", c: "true" }],
    ...["y", ["x", "y"], "d=x&d=y"],
  ]);
  expect(app.place.query).toBe("embed_options=dark_theme&d=x&d=y");
});

test.each([
  ["a reserved one", () => st.queryParams.set("embed", "true"), "st.queryParams.embed cannot be set: the page's frame uses it."],
  ["one that is too long", () => (st.queryParams.a = "x".repeat(7000)), "st.queryParams.a cannot be set: the query would be longer"],
  [
    "a method's name",
    () => Object.assign(st.queryParams, { get: "1" }),
    'st.queryParams.get is the name of a method. Write st.queryParams.set("get", ...).',
  ],
  ["no text", () => st.queryParams.set("a", {} as never), "st.queryParams: a must be a string, a number, true or false, or a list of such"],
  [
    "a bound one",
    () => {
      st.slider("Age", { key: "age", bind: "query-params" });
      st.queryParams.age = "5";
    },
    "st.queryParams.age cannot be set: it is bound to the widget with this key. Set st.sessionState.age before the widget",
  ],
])("setting %s is an error", async (_, set, message) => {
  await using app = await AppTest.fromFunction(() => {
    set();
  });
  await app.run();
  expect(app.errors).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test("fragments, callbacks and threads beside the page see the same query", async () => {
  await using app = await AppTest.fromFunction(() => {
    const part = st.fragment(() => {
      st.button("In", { onClick: () => (st.queryParams.by = "callback") });
      if (st.button("Body")) st.queryParams.by = "body";
      st.text(`fragment: ${st.queryParams.by ?? ""}`);
    });
    part();
    st.text(`page: ${st.queryParams.by ?? ""}`);
  });
  await app.run();
  app.get("button", { label: "In" }).click();
  await app.run();
  expect(app.texts()).toContain("fragment: callback");
  expect(app.place.query).toBe("by=callback");
  app.get("button", { label: "Body" }).click();
  await app.run();
  expect(app.place.query).toBe("by=body");
});
