import { expect, test } from "vitest";
import { tallyLine, tallyVitest } from "./tally.mjs";

const file = (status: string, ...tests: string[]) => ({ name: "a.test.ts", status, assertionResults: tests.map((status) => ({ status })) });

test("counts passed and failed tests over all files", () => {
  const report = { testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")] };
  expect(tallyLine(tallyVitest(report, 1))).toBe("3 passed, 1 failed");
});

test.each([
  ["a skipped test", { testResults: [file("passed", "passed", "skipped")] }, 0, "1 passed, 1 failed"],
  ["a test that is still to be written", { testResults: [file("passed", "passed", "todo")] }, 0, "1 passed, 1 failed"],
  ["a file that could not be loaded", { testResults: [file("failed"), file("passed", "passed")] }, 1, "1 passed, 1 failed"],
  ["a hook that threw", { testResults: [file("failed", "passed")] }, 1, "1 passed, 1 failed"],
  ["an error outside every test", { testResults: [file("passed", "passed")] }, 1, "1 passed, 1 failed"],
  ["a run without tests", { testResults: [] }, 0, "0 passed, 1 failed"],
  ["a runner that wrote no report", undefined, 1, "0 passed, 1 failed"],
])("counts %s as failed", (_, report, exitCode, line) => {
  expect(tallyLine(tallyVitest(report, exitCode))).toBe(line);
});
