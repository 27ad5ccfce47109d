import { expect, test } from "vitest";
import { columnCells } from "./table-cells.ts";

test.each<[ArrayLike<unknown>, string[], boolean]>([
  [[1, 2, 30], ["1", "2", "30"], true],
  [[1, 2.5, -0.125], ["1.000", "2.500", "-0.125"], true],
  [[1 / 3], ["0.3333"], true],
  [[0.1 + 0.2], ["0.3"], true],
  [[1, null, undefined, Number.NaN], ["1", "", "", ""], true],
  [[0.000_012_345, 5], ["0.00001234", "5"], true],
  [[1e21, Infinity], ["1e+21", "Infinity"], true],
  [[2n ** 64n], ["18446744073709551616"], true],
  [new Float32Array([1.5]), ["1.5"], true],
  [[1, "a"], ["1", "a"], false],
  [[1.25, "a"], ["1.25", "a"], false],
  [[true, false], ["true", "false"], false],
  [[null, undefined], ["", ""], false],
  [[{ a: 1 }, [1, 2]], ['`{"a":1}`', "`[1,2]`"], false],
  [[new Date("2026-11-22T13:45:00Z")], ["2026-11-22 13:45:00 UTC"], false],
  [[], [], false],
])("%o becomes %o", (column, cells, numeric) => {
  expect(columnCells(column)).toEqual({ cells, numeric });
});
