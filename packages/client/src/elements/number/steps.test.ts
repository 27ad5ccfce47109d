import { expect, test } from "vitest";
import { fraction, nearestStep } from "./steps.ts";

test("values snap to steps from the minimum", () => {
  expect(nearestStep(4.4, { min: 0, max: 10, step: 1 })).toBe(4);
  expect(nearestStep(0.30000000000000004, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
  expect(nearestStep(6, { min: 5, max: 50, step: 10 })).toBe(5);
});

test("the maximum can be reached even between two steps", () => {
  expect(nearestStep(99.9, { min: 0, max: 100, step: 30 })).toBe(100);
  expect(nearestStep(97, { min: 0, max: 100, step: 30 })).toBe(100);
  expect(nearestStep(94, { min: 0, max: 100, step: 30 })).toBe(90);
});

test("values stay between the ends", () => {
  expect(nearestStep(-5, { min: 0, max: 10, step: 1 })).toBe(0);
  expect(nearestStep(11, { min: 0, max: 10, step: 1 })).toBe(10);
  expect(fraction(15, { min: 0, max: 10 })).toBe(1);
  expect(fraction(5, { min: 5, max: 5 })).toBe(0);
});
