import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

test.each([
  [undefined, "attachment"],
  ["tides.csv", 'attachment; filename="tides.csv"'],
  ["two words (1).txt", 'attachment; filename="two words (1).txt"'],
  ["Gezeiten für März.csv", `attachment; filename="Gezeiten fur Marz.csv"; filename*=UTF-8''Gezeiten%20f%C3%BCr%20M%C3%A4rz.csv`],
  ["潮汐.csv", `attachment; filename="__.csv"; filename*=UTF-8''%E6%BD%AE%E6%B1%90.csv`],
  ['a"b\\c%41.txt', `attachment; filename="a_b_c_41.txt"; filename*=UTF-8''a%22b%5Cc%2541.txt`],
  ["it's*(x)é", `attachment; filename="it's*(x)e"; filename*=UTF-8''it%27s%2A%28x%29%C3%A9`],
  ["a\r\nset-cookie: x", `attachment; filename="a__set-cookie: x"`],
  ["half \ud83d", `attachment; filename="half _"; filename*=UTF-8''half%20%EF%BF%BD`],
])("[SEC5] a file called %j", (name, header) => {
  const made = contentDisposition("attachment", name);
  expect(made).toBe(header);
  expect(made).not.toMatch(/[^ -~]/);
});
