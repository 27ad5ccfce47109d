import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a badge has a colour and an icon", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("badge")).toHaveLength(10);
  expect(app.get("badge", { label: "On time" }).props).toMatchObject({
    color: "green",
    icon: ":material/check:",
    icons: { check: expect.stringMatching(/^[mM]/) },
  });
});

test("a badge's colour is checked", async () => {
  expect(await badOptionOf(() => st.badge("a", { color: "pink" as never }))).toMatch(
    /^st\.badge: color must be "red", .* instead got "pink"\.$/,
  );
});
