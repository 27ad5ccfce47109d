import { expect, test } from "vitest";
import { table } from "./report.ts";

test("the table shows every target, the limit's and the peer's ratios, and gaps as dashes", () => {
  const figures = [
    { scenario: "rerun", what: "p50", unit: "ms", values: { echo: 0.05, rivulet: 0.25, peer: 5 } },
    { scenario: "rerun", what: "bytes", unit: "B", values: { rivulet: 1234.5 } },
  ];
  expect(table(figures).split("\n")).toEqual(
    [
      "                echo  rivulet  peer  rivulet : echo (to the limit)  peer : rivulet (to the peer)",
      "------------  -------  -------  ----  -----------------------------  ----------------------------",
      "rerun: p50    0.05 ms  0.25 ms  5 ms                              5                            20",
      "rerun: bytes        -  1,235 B     -                              -                             -",
    ].map((line, i) => (i === 0 ? line.replace("                echo", "                 echo") : line)),
  );
});
