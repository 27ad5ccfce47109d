import { expect, test } from "vitest";
import { insertSorted } from "./insert.mjs";

const imports = { like: /^import .+$/, file: "list.ts" };
const entries = { like: /^ {2}\w+[,:(]/, from: /^const list/, to: /^\};$/, file: "list.ts" };
const table = "  a,\nconst list = {\n  b,\n  d: of(\n    5,\n  ),\n};\n  z,";

test.each([
  ["first", "import a", "x\nimport a\nimport b\nimport d\ny"],
  ["between", "import c", "x\nimport b\nimport c\nimport d\ny"],
  ["last", "import e", "x\nimport b\nimport d\nimport e\ny"],
])("a line can become the %s of its list", (_, line, result) => {
  expect(insertSorted("x\nimport b\nimport d\ny", line, imports)).toBe(result);
});

test.each([
  ["  a,", "  a,\nconst list = {\n  a,\n  b,\n  d: of(\n    5,\n  ),\n};\n  z,"],
  ["  c,", "  a,\nconst list = {\n  b,\n  c,\n  d: of(\n    5,\n  ),\n};\n  z,"],
  ["  e,", "  a,\nconst list = {\n  b,\n  d: of(\n    5,\n  ),\n  e,\n};\n  z,"],
])("%s goes into the list that is meant, around entries of several lines", (line, result) => {
  expect(insertSorted(table, line, entries)).toBe(result);
});

test.each([
  ["the list", "nothing", imports],
  ["its first line", "  b,\n};", entries],
  ["its last line", "const list = {\n  b,", entries],
])("%s being gone is an error that names the file", (_, text, where) => {
  expect(() => insertSorted(text, "  c,", where)).toThrow("list.ts has no line like");
});
