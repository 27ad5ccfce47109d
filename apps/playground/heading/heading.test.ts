import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("title, header and subheader are headings of three levels", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const headings = app.getAll("heading").map(({ props }) => props);
  expect(headings.map(({ level }) => level)).toEqual([1, 2, 2, 3, 3, 3]);
  expect(headings.map(({ divider }) => divider)).toEqual([undefined, "blue", "green", "rainbow", undefined, undefined]);
  expect(headings[0]).toMatchObject({ anchor: "board", width: 400, wrap: false });
  expect(headings[2]?.anchor).toBe("leaving");
  expect(headings[4]?.anchor).toBe(false);
});

test("each run begins the row of divider colours anew", async () => {
  await using app = await AppTest.fromFunction(() => void st.header("a", { divider: true }));
  await app.run();
  await app.run();
  expect(app.get("heading").props.divider).toBe("blue");
});

test("a heading's options are checked", async () => {
  expect(await badOptionOf(() => st.title(undefined as never))).toBe("st.title: body must be a string, instead got undefined.");
  expect(await badOptionOf(() => st.header("a", { divider: "pink" as never }))).toMatch(
    /^st\.header: divider must be "blue", .*, instead got "pink"\.$/,
  );
  expect(await badOptionOf(() => st.subheader("a", { anchor: "two words" }))).toBe(
    'st.subheader: anchor must be a name without spaces and #, or false, instead got "two words".',
  );
  expect(await badOptionOf(() => st.title("a", { icon: "ab" }))).toBe(
    'st.title: icon must be one emoji or ":material/name:", instead got "ab".',
  );
});
