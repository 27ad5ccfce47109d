import { expect, test } from "vitest";
import { parseOptions, SCENARIOS } from "./options.ts";

test("without arguments everything runs in full", () => {
  expect(parseOptions([])).toEqual({ only: SCENARIOS, quick: false });
});

test("--only names scenarios, which keep their order", () => {
  expect(parseOptions(["--only", "memory,rerun", "--quick"])).toEqual({ only: ["rerun", "memory"], quick: true });
});

test("an unknown scenario is named together with the known ones", () => {
  expect(() => parseOptions(["--only", "rerun,speed"])).toThrow('There is no scenario "speed". There are: rerun, throughput');
});
