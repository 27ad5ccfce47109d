import { expect, test } from "vitest";
import { parseArguments } from "./parse-arguments.ts";

test("reads folder and template in any order", () => {
  expect(parseArguments(["--template", "minimal", "app"])).toEqual({ help: false, folder: "app", template: "minimal" });
  expect(parseArguments([])).toEqual({ help: false, folder: undefined, template: "minimal" });
  expect(parseArguments(["-h"])).toMatchObject({ help: true });
});

test.each([
  [["a", "b"], 'instead got "a", "b"'],
  [["a", "--wrong"], "--wrong"],
  [["a", "--template"], "--template"],
])("%j is answered with the usage", (argv, part) => {
  expect(() => parseArguments(argv)).toThrow(part);
  expect(() => parseArguments(argv)).toThrow("Usage: npm create rivulet@latest");
});
