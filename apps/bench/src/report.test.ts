import { expect, test } from "vitest";
import { markdownTable, table } from "./report.ts";

const figures = [
  { scenario: "rerun", what: "p50", unit: "ms", values: { echo: 0.05, rivulet: 0.25, peer: 5 } },
  { scenario: "rerun", what: "bytes", unit: "B", values: { echo: 100, rivulet: 1234.5 } },
  { scenario: "throughput", what: "1 session", unit: "/s", values: { echo: 50_000, rivulet: 5000, peer: 100 } },
];

test("every target is shown, with how far rivulet is from the limit and ahead of the peer", () => {
  expect(table(figures, ["echo", "rivulet", "peer"]).split("\n")).toEqual([
    "                            echo   rivulet    peer  times the limit  times better",
    "---------------------  ---------  --------  ------  ---------------  ------------",
    "rerun: p50               0.05 ms   0.25 ms    5 ms                5            20",
    "rerun: bytes               100 B   1,235 B       -             12.3             -",
    "throughput: 1 session  50,000 /s  5,000 /s  100 /s               10            50",
  ]);
});

test("without a peer its columns are missing", () => {
  const alone = figures.map((figure) => ({ ...figure, values: { echo: figure.values.echo, rivulet: figure.values.rivulet } }));
  expect(table(alone, ["echo", "rivulet"])).not.toMatch(/peer|better/);
});

test("a reference stands beside what was measured, without a ratio", () => {
  const reference = { name: "peer, elsewhere", note: "long ago", values: { "rerun: p50": 7 } };
  const [first] = figures;
  expect(
    markdownTable(first === undefined ? [] : [{ ...first, values: { echo: 0.05, rivulet: 0.25 } }], ["echo", "rivulet"], reference).split(
      "\n",
    ),
  ).toEqual([
    "|  | echo | rivulet | times the limit | peer, elsewhere |",
    "| --- | --: | --: | --: | --: |",
    "| rerun: p50 | 0.05 ms | 0.25 ms | 5 | 7 ms |",
  ]);
});
