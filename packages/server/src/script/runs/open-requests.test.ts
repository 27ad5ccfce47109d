import { expect, test } from "vitest";
import { OpenRequests } from "./open-requests.ts";

test("[BM2] a request is open while anything runs for it; those that are answered are told, whatever lies before them", () => {
  const requests = new OpenRequests(4);
  const [page, first, second] = [{}, {}, {}];
  requests.add(1, 5);
  requests.runs(1, page);
  requests.add(2, 6);
  requests.runs(2, first);
  requests.runs(2, second);
  expect(requests.open).toEqual([1, 2]);
  requests.ended(first);
  expect(requests.taken).toEqual({
    taken: 6,
    but: [
      [5, 5],
      [6, 6],
    ],
  });
  requests.ended(second);
  expect(requests.open).toEqual([1]);
  expect(requests.taken).toEqual({ taken: 6, but: [[5, 5]] });
  requests.ended(page);
  expect(requests.open).toBeUndefined();
  expect(requests.taken).toEqual({ taken: 6 });
});

test("[SR8] a merged request answers for every number after the one before it", () => {
  const requests = new OpenRequests(2);
  const run = {};
  requests.add(9, 7);
  requests.runs(9, run);
  expect(requests.taken).toEqual({ taken: 7, but: [[3, 7]] });
  requests.ended(run);
  expect(requests.taken).toEqual({ taken: 7 });
});

test("a run that goes on as another one passes on what it was to answer; a run for no message answers none", () => {
  const requests = new OpenRequests(0);
  const [run, next] = [{}, {}];
  requests.add(1, 1);
  requests.runs(1, run);
  requests.passOn(run, next);
  requests.ended(run);
  expect(requests.open).toEqual([1]);
  requests.add(2, 1);
  requests.ended(next);
  expect(requests.open).toBeUndefined();
  expect(requests.taken).toEqual({ taken: 1 });
});
