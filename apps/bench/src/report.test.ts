import { expect, test } from "vitest";
import { table } from "./report.ts";

const figures = [
  { scenario: "rerun", what: "p50", unit: "ms", values: { echo: 0.05, rivulet: 0.25, peer: 5 } },
  { scenario: "rerun", what: "bytes", unit: "B", values: { echo: 100, rivulet: 1234.5 } },
  { scenario: "throughput", what: "1 session", unit: "/s", values: { echo: 50_000, rivulet: 5000, peer: 100 } },
];

test("every target is shown, with how far rivulet is from the limit and ahead of the peer", () => {
  expect(table(figures).split("\n")).toEqual([
    "                            echo   rivulet    peer  times the limit  times better",
    "---------------------  ---------  --------  ------  ---------------  ------------",
    "rerun: p50               0.05 ms   0.25 ms    5 ms                5            20",
    "rerun: bytes               100 B   1,235 B       -             12.3             -",
    "throughput: 1 session  50,000 /s  5,000 /s  100 /s               10            50",
  ]);
});

test("without a peer its columns are missing", () => {
  const alone = figures.map((figure) => ({ ...figure, values: { echo: figure.values.echo, rivulet: figure.values.rivulet } }));
  expect(table(alone)).not.toMatch(/peer|better/);
});
