import { expect, test } from "vitest";
import { isMomentFormat, momentKind, momentToMs, msToMoment, showMoment } from "./iso-moment.ts";

test.each([
  ["2026-11-22", { kind: "date", seconds: false }],
  ["13:45", { kind: "time", seconds: false }],
  ["13:45:30", { kind: "time", seconds: true }],
  ["2026-11-22T13:45", { kind: "datetime", seconds: false }],
  ["2026-11-22T13:45:30", { kind: "datetime", seconds: true }],
  ["2026-02-30", undefined],
  ["24:00", undefined],
  [3, undefined],
])("%s is %o", (text, kind) => {
  expect(momentKind(text)).toEqual(kind);
});

test("a moment comes back from its milliseconds as it was", () => {
  for (const text of ["0001-01-01", "9999-12-31", "00:00", "23:59:59", "2026-11-22T13:45", "2024-02-29T23:59:59"]) {
    const { kind, seconds } = momentKind(text) ?? { kind: "date" as const, seconds: false };
    expect(msToMoment(momentToMs(text, kind), kind, seconds)).toBe(text);
  }
});

test("patterns show a moment, names in the reader's language", () => {
  const ms = momentToMs("2026-03-02T15:04:05", "datetime");
  expect(showMoment(ms, "dddd, D MMMM YYYY [at] HH:mm:ss", "en")).toBe("Monday, 2 March 2026 at 15:04:05");
  expect(showMoment(ms, "DD.MM.YY h:mm a", "de")).toBe("02.03.26 3:04 pm");
  expect(showMoment(ms, "dddd, D. MMMM", "de")).toBe("Montag, 2. März");
});

test("a format is a pattern of known letters", () => {
  expect(["localized", "D MMM", "[week of] DD/MM", "HH:mm"].map(isMomentFormat)).toEqual([true, true, true, true]);
  expect(["", "week", "%d", "[D]", "Q"].map(isMomentFormat)).toEqual([false, false, false, false, false]);
});
