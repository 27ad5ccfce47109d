import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("an error is shown with the user's own place", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  const [first, second] = app.getAll("exception").map(({ props }) => props);
  expect(first?.error).toMatchObject({
    name: "TypeError",
    message: '"seven" is no depth in metres',
    frame: { file: expect.stringMatching(/exception\/page\.ts$/), line: 5 },
  });
  expect(first?.error.frame?.excerpt?.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(first?.error.stack?.join()).not.toMatch(/node_modules|packages\/server/);
  expect(second).toMatchObject({ width: 400, error: { message: expect.stringContaining("a text") } });
});

test("an option that makes no sense points at the line of the page that gave it", async () => {
  await using app = await AppTest.fromFile(new URL("./bad-option-page.ts", import.meta.url));
  await app.run();
  expect(app.texts()).toContain("above");
  expect(app.errors).toMatchObject([
    { code: "RIVULET_BAD_OPTION", frame: { file: expect.stringMatching(/bad-option-page\.ts$/), line: 5 } },
  ]);
});

test("an error of another realm is one too", async () => {
  await using app = await AppTest.fromFunction(() => st.write(structuredClone(new RangeError("too deep"))));
  await app.run();
  expect(app.errors).toMatchObject([{ name: "RangeError", message: "too deep" }]);
});
