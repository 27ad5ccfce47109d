import { expect, test } from "vitest";
import { readLastVisit, writeLastVisit } from "./last-visit.ts";

const facts = { url: "https://example.com/app/", timezone: "Europe/Oslo", timezoneOffset: -60, locale: "nb-NO", theme: "dark" } as const;

test("[FP3] a cookie brings back what was left, but for what is the tab's own", () => {
  const left = { facts, stored: [["local:name", '"Kari; Ø"'] as const, ["session:draft", '"mine"'] as const] };
  const text = writeLastVisit(left);
  expect(text).toMatch(/^[\w%.!~*'()-]+$/);
  expect(readLastVisit(text)).toEqual({ facts, stored: [["local:name", '"Kari; Ø"']] });
});

test("[FP3] much of what is kept does not go into the cookie, the facts do", () => {
  const text = writeLastVisit({ facts, stored: [["local:notes", "x".repeat(3000)]] });
  expect(text.length).toBeLessThan(1000);
  expect(readLastVisit(text)).toEqual({ facts, stored: [] });
});

test.each(["", "%", "x", "[]", "%5B1%5D", '[{"theme":"pink"},[]]', '[{"url":"javascript:x"},[]]', `[{},"${"x".repeat(5000)}"]`])(
  "[SEC7] a cookie that says %j says nothing, or little",
  (cookie) => {
    const read = readLastVisit(cookie);
    expect(read === undefined || Object.values(read.facts).every((fact) => fact === undefined)).toBe(true);
  },
);
