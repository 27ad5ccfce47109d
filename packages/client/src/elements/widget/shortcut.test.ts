import { expect, test } from "vitest";
import { ariaShortcut, couldBeTyping, matchesShortcut, parseShortcut, shownShortcut, type Shortcut } from "./shortcut.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

function parsed(text: string, apple = false): Shortcut {
  const shortcut = parseShortcut(text, apple);
  if (!shortcut) throw new Error(`${text} is no shortcut`);
  return shortcut;
}

test("Ctrl+K matches with exactly Ctrl held", () => {
  const shortcut = parsed("Ctrl+K");
  expect(matchesShortcut(shortcut, press("k", { ctrlKey: true }))).toBe(true);
  expect(matchesShortcut(shortcut, press("k"))).toBe(false);
  expect(matchesShortcut(shortcut, press("K", { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matchesShortcut(shortcut, press("j", { ctrlKey: true }))).toBe(false);
});

test("on Apple's systems Ctrl is the command key", () => {
  expect(matchesShortcut(parsed("Ctrl+K", true), press("k", { metaKey: true }))).toBe(true);
  expect(shownShortcut(parsed("Mod+Shift+K", true), true)).toBe("⇧⌘K");
});

test("a sign needs no Shift, a letter does", () => {
  expect(matchesShortcut(parsed("?"), press("?", { shiftKey: true }))).toBe(true);
  expect(matchesShortcut(parsed("Shift+A"), press("A", { shiftKey: true }))).toBe(true);
  expect(matchesShortcut(parsed("A"), press("A", { shiftKey: true }))).toBe(false);
});

test("Alt with a letter goes by the key's place", () => {
  expect(matchesShortcut(parsed("Alt+K"), { ...press("˚", { altKey: true }), code: "KeyK" })).toBe(true);
});

test("only unmodified keys could be typing", () => {
  expect(["K", "Shift+K", "Enter"].map((text) => couldBeTyping(parsed(text)))).toEqual([true, true, true]);
  expect(["Ctrl+K", "Alt+K", "F5"].map((text) => couldBeTyping(parsed(text)))).toEqual([false, false, false]);
});

test("shortcuts are written for people and for assistive technology", () => {
  expect(shownShortcut(parsed("ctrl+shift+up"), false)).toBe("Ctrl+Shift+↑");
  expect(ariaShortcut(parsed("ctrl+shift+up"))).toBe("Control+Shift+ArrowUp");
  expect(ariaShortcut(parsed("Alt+Space"))).toBe("Alt+Space");
  expect(ariaShortcut(parsed("Esc"))).toBe("Escape");
});

test("a shortcut without a key is none", () => {
  expect(parseShortcut("", false)).toBeUndefined();
  expect(parseShortcut("Ctrl+", false)).toBeUndefined();
});
