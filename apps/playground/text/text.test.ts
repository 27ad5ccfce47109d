import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("text is shown as it is", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("text").map(({ props }) => props.body)).toContain(
    "2 * 3 * 4 is no markdown here, and <b> is no HTML.\nA line break stays one.",
  );
  expect(app.getAll("text").at(-1)?.props.body).toBe("42");
});

test("a text's options are checked", async () => {
  expect(await badOptionOf(() => st.text("a", { width: "wide" as never }))).toContain("st.text: width must be");
  expect(await badOptionOf(() => st.text("a", 300 as never))).toBe(
    "st.text: the last argument must be an object of options, instead got 300.",
  );
});
