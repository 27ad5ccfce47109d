import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("markdown loses the indentation of its place in the code and gets its icons", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const { body, icons } = app.get("markdown").props;
  expect(body.startsWith("## Pilot's notes\n\nThe fairway")).toBe(true);
  expect(Object.keys(icons ?? {})).toEqual(["flag"]);
  expect(app.getAll("markdown").at(-1)?.props).toMatchObject({ caption: true, icons: { schedule: expect.stringMatching(/^[mM]/) } });
});

test("an unknown icon in a text stays text", async () => {
  await using app = await AppTest.fromFunction(() => void st.markdown("a :material/no_such_icon: b"));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("markdown").props.icons).toBeUndefined();
});

test("markdown's options are checked", async () => {
  expect(await badOptionOf(() => st.markdown(5 as never))).toBe("st.markdown: body must be a string, instead got 5.");
  expect(await badOptionOf(() => st.markdown("a", { width: -5 }))).toBe(
    'st.markdown: width must be pixels above 0, "stretch" or "content", instead got -5.',
  );
  expect(await badOptionOf(() => st.caption("a", { textAlignment: "middle" as never }))).toBe(
    'st.caption: textAlignment must be "left", "center", "right" or "justify", instead got "middle".',
  );
  expect(await badOptionOf(() => st.caption("a", { help: 5 as never }))).toBe("st.caption: help must be a string, instead got 5.");
});
