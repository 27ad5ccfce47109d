import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("code keeps its own indentation and loses that of its place", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const blocks = app.getAll("code").map(({ props }) => props);
  expect(blocks[0]).toMatchObject({
    body: "const knots = (metres: number) => metres * 1.944;\nconsole.log(knots(10));",
    language: "typescript",
  });
  expect(blocks[1]).toMatchObject({ language: "sql", lineNumbers: true });
  expect(blocks[2]?.language).toBeUndefined();
});

test("a code block's options are checked", async () => {
  expect(await badOptionOf(() => st.code("a", { language: "" }))).toBe(
    'st.code: language must be a language\'s name or null, instead got "".',
  );
  expect(await badOptionOf(() => st.code("a", { height: 0 }))).toBe(
    'st.code: height must be pixels above 0, "stretch" or "content", instead got 0.',
  );
});
