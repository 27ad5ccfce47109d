import { expect, test } from "vitest";
import { iconsIn, isEmoji } from "./icons-in.ts";
import { materialIcon, nearestIcons } from "./material-icons.ts";

test("an icon's name means its lightest drawing; exact names mean their own", () => {
  expect(materialIcon("home")).toBe(materialIcon("home-outline-rounded"));
  expect(materialIcon("home")).not.toBe(materialIcon("home-sharp"));
  expect(materialIcon("thumb_up")).toBe(materialIcon("thumb-up"));
  expect(materialIcon("check")).toMatch(/^[mM]/);
});

test.each(["no_such_icon", "", "constructor", "__proto__", "toString"])("%j is no icon", (name) => {
  expect(materialIcon(name)).toBeUndefined();
});

test.each([
  ["hoome", "home"],
  ["settngs", "settings"],
  ["trash", "restore_from_trash"],
])("near %s is %s", (name, near) => {
  expect(nearestIcons(name)).toContain(near);
});

test("the icons of texts are found wherever they stand, unknown ones are left", () => {
  expect(Object.keys(iconsIn("a :material/home: b :material/check:", undefined, ":material/nope:") ?? {})).toEqual(["home", "check"]);
  expect(iconsIn("no icon :home:", undefined)).toBeUndefined();
});

test.each(["😀", "⚠️", "⚠", "👩‍🚀", "🇳🇴", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "👨‍👩‍👧‍👦"])("%s is one emoji", (text) => {
  expect(isEmoji(text)).toBe(true);
});

test.each(["", "a", "1", "#", "*", "😀😀", "😀 ", "<b>", "12", "é", ":smile:"])("%j is no emoji", (text) => {
  expect(isEmoji(text)).toBe(false);
});
