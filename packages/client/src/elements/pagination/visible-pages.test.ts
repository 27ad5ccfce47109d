import { expect, test } from "vitest";
import { visiblePages } from "./visible-pages.ts";

const shown = (pages: number, current: number, slots: number) =>
  visiblePages(pages, current, slots)
    .map((slot) => (typeof slot === "number" ? slot : "…"))
    .join(" ");

test("all pages are shown if they fit", () => {
  expect(shown(1, 1, 7)).toBe("1");
  expect(shown(7, 3, 7)).toBe("1 2 3 4 5 6 7");
});

test("else the ends, the current page and its neighbours", () => {
  expect(shown(20, 1, 7)).toBe("1 2 3 4 5 … 20");
  expect(shown(20, 4, 7)).toBe("1 2 3 4 5 … 20");
  expect(shown(20, 5, 7)).toBe("1 … 4 5 6 … 20");
  expect(shown(20, 16, 7)).toBe("1 … 15 16 17 … 20");
  expect(shown(20, 17, 7)).toBe("1 … 16 17 18 19 20");
  expect(shown(20, 20, 7)).toBe("1 … 16 17 18 19 20");
});

test("few slots are spent on the current page and its neighbours", () => {
  expect(shown(20, 10, 1)).toBe("10");
  expect(shown(20, 10, 3)).toBe("9 10 11");
  expect(shown(20, 20, 4)).toBe("17 18 19 20");
  expect(shown(20, 10, 0)).toBe("");
});

test("whatever the page, the slots are as many as asked for, ascend, and have the current page among them", () => {
  for (let pages = 1; pages <= 16; pages++) {
    for (let slots = 1; slots <= 9; slots++) {
      for (let current = 1; current <= pages; current++) {
        const found = visiblePages(pages, current, slots);
        const numbers = found.filter((slot) => typeof slot === "number");
        expect(found).toHaveLength(Math.min(pages, slots));
        expect(numbers).toContain(current);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(new Set(found).size).toBe(found.length);
        // A gap hides more than one page: else that page would stand in its place.
        for (const [at, slot] of found.entries()) {
          if (typeof slot !== "number") expect((found[at + 1] as number) - (found[at - 1] as number)).toBeGreaterThan(2);
        }
      }
    }
  }
});
