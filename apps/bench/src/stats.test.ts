import { expect, test } from "vitest";
import { summarize } from "./stats.ts";

test("percentiles lie between neighbours, whatever the order of the samples", () => {
  expect(summarize([4, 1, 3, 2])).toEqual({ samples: 4, p50: 2.5, p95: expect.closeTo(3.85) as number, max: 4 });
  expect(summarize([7])).toEqual({ samples: 1, p50: 7, p95: 7, max: 7 });
});
