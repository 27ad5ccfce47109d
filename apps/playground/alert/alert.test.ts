import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("alerts come in four kinds, with the icon they were given or begin with", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("alert").map(({ props: { kind, body, icon } }) => [kind, body, icon])).toEqual([
    ["success", "The ship is **moored**.", ":material/anchor:"],
    ["info", "Pilots are ordered on channel 12, two hours ahead.", undefined],
    ["info", "Channel 16 is for distress.", ":material/radio:"],
    ["success", "All hands.", undefined],
    ["warning", "The icon that begins a text is taken for the box.", "⚠️"],
    ["warning", "⚠️ Unless it is told not to.", undefined],
    ["error", "The column `tons` is missing.", ":material/error:"],
  ]);
});

test.each([
  [":material/check: done", ":material/check:", "done"],
  [":material/no_such_icon: done", undefined, ":material/no_such_icon: done"],
  ["5 berths", undefined, "5 berths"],
  ["👩‍🚀 aboard", "👩‍🚀", "aboard"],
  ["🇳🇴 flag", "🇳🇴", "flag"],
  ["✓", undefined, "✓"],
])("%j has the icon %j", async (text, icon, body) => {
  await using app = await AppTest.fromFunction(() => void st.info(text));
  await app.run();
  const { props } = app.get("alert");
  expect([props.icon, props.body]).toEqual([icon, body]);
});

test("an alert's options are checked", async () => {
  expect(await badOptionOf(() => st.error(new Error("x") as never))).toBe("st.error: body must be a string, instead got an object.");
  expect(await badOptionOf(() => st.info("a", { title: 5 as never }))).toBe("st.info: title must be a string, instead got 5.");
  expect(await badOptionOf(() => st.success("a", { icon: ":material/chek:" }))).toContain("near it: :material/check:");
});
