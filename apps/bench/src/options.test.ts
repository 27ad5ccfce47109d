import { expect, test } from "vitest";
import { parseOptions, SCENARIOS } from "./options.ts";

test("without arguments everything runs in full", () => {
  expect(parseOptions([])).toEqual({ only: SCENARIOS, quick: false, save: undefined });
});

test("--only names scenarios, which keep their order", () => {
  expect(parseOptions(["--only", "memory,rerun", "--quick"])).toEqual({ only: ["rerun", "memory"], quick: true, save: undefined });
});

test("an unknown scenario is named together with the known ones", () => {
  expect(() => parseOptions(["--only", "rerun,speed"])).toThrow('There is no scenario "speed". There are: rerun, throughput');
});

test("--save takes a plain name, since it becomes that of a file", () => {
  expect(parseOptions(["--save", "2-cores"])).toMatchObject({ save: "2-cores" });
  expect(() => parseOptions(["--save", "../elsewhere"])).toThrow('--save must be a plain name, instead got "../elsewhere".');
});
