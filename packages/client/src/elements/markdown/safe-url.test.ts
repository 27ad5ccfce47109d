import { expect, test } from "vitest";
import { isExternal, safeImage, safeLink } from "./safe-url.ts";

test.each(["https://a.b", "HTTP://a.b", "mailto:a@b.c", "tel:+123", "/a", "a/b?c=d:e", "?a=b", "#a", "./a:b", "", "//a.b/c"])(
  "%s is a link",
  (href) => {
    expect(safeLink(href)).toBe(href);
  },
);

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "javascript&#x3A;alert(1)",
  "&#106;avascript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "java\u00ADscript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg+xml;base64,AAAA",
  "file:///etc/passwd",
  "blob:https://a.b/c",
  "about:blank",
  "view-source:https://a.b",
  "intent://a#Intent;end",
])("%j is none", (href) => {
  expect(safeLink(href)).toBeUndefined();
});

test("images come from the web or the app only", () => {
  expect(safeImage("https://a.b/c.png")).toBe("https://a.b/c.png");
  expect(safeImage("c.png")).toBe("c.png");
  expect(safeImage("data:image/png;base64,AAAA")).toBeUndefined();
  expect(safeImage("mailto:a@b.c")).toBeUndefined();
});

test("what leaves the app is external", () => {
  expect(["https://a.b", "//a.b", "\\\\a.b", "/\\a.b", "http:/\\a.b"].map(isExternal)).toEqual([true, true, true, true, true]);
  expect(["/a", "a", "#a", "mailto:a@b.c"].map(isExternal)).toEqual([false, false, false, false]);
});
