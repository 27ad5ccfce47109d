import { expect, test } from "vitest";
import { htmlLines } from "./html-lines.ts";

test("a line without spans stays as it is", () => {
  expect(htmlLines("a\n\nb")).toEqual(["a", "", "b"]);
});

test("a span over three lines is closed and opened again on each", () => {
  expect(htmlLines('x <span class="c">1\n2\n3</span> y')).toEqual([
    'x <span class="c">1</span>',
    '<span class="c">2</span>',
    '<span class="c">3</span> y',
  ]);
});

test("nested spans keep their order", () => {
  expect(htmlLines('<span class="a"><span class="b">1\n2</span></span>')).toEqual([
    '<span class="a"><span class="b">1</span></span>',
    '<span class="a"><span class="b">2</span></span>',
  ]);
});
