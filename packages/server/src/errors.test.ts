import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { badOption, ERRORS, RivuletError } from "./errors.ts";

const doc = readFileSync(new URL("../../../docs/ERRORS.md", import.meta.url), "utf8");
const rowsInDoc = doc.split("\n").filter((line) => line.startsWith("| `RIVULET_"));

test("docs/ERRORS.md has one row for each error, in the table's order and words", () => {
  const rows = Object.entries(ERRORS).map(
    ([code, { name, source, message }]) => `| \`${code}\` | ${name} | ${source} | ${message.replaceAll("|", "\\|")} |`,
  );
  expect(rowsInDoc).toEqual(rows);
});

test("every code is RIVULET_ and capitals, every name ends in Error, every message ends a sentence or in a detail", () => {
  for (const [code, { name, message }] of Object.entries(ERRORS)) {
    expect(code).toMatch(/^RIVULET(_[A-Z]+)+$/);
    expect(name).toMatch(/^[A-Z]\w*Error$/);
    expect(message).toMatch(/[.}`]$/);
  }
});

test("a message carries its details", () => {
  const error = badOption("st.slider", "min", "less than max (3)", 5);
  expect(error).toBeInstanceOf(RivuletError);
  expect(error.message).toBe("st.slider: min must be less than max (3), instead got 5.");
  expect(error).toMatchObject({ code: "RIVULET_BAD_OPTION", name: "BadOptionError" });
});
