import { expect, test } from "vitest";
import { fragmentOf, ScriptRequests } from "./script-requests.ts";

const update = (value: unknown, fragment?: string) => ({ seen: 1, values: [["w", value] as const], fragment });

test("[SR5] requests are numbered, and open until their end is heard of", () => {
  const requests = new ScriptRequests();
  expect(requests.inFlight).toBe(false);
  expect(requests.add(1, { update: update("a"), bytes: 10 })).toMatchObject({ no: 1, n: 1, updates: [update("a")] });
  expect(requests.add(1)).toMatchObject({ no: 2, n: 1, updates: [] });
  expect(requests.drop(1).map(({ no }) => no)).toEqual([1]);
  expect(requests.inFlight).toBe(true);
  requests.drop(2);
  expect(requests.inFlight).toBe(false);
  expect(requests.last).toBe(2);
});

test("[SR5] a fragment's run may end before the page's: of the requests up to its number those that are open stay", () => {
  const requests = new ScriptRequests();
  requests.add(1, { update: update("page"), bytes: 1 });
  expect(fragmentOf(requests.add(2, { update: update("f", "f"), bytes: 2 }))).toBe("f");
  requests.add(3, { update: update("g", "g"), bytes: 4 });
  requests.add(4, { update: update("later", "f"), bytes: 8 });
  expect(requests.drop(3, [1]).map(({ no }) => no)).toEqual([2, 3]);
  expect(requests.open.map(({ no }) => no)).toEqual([1, 4]);
  expect(requests.bytes).toBe(9);
});

test("[BM2] what has had its effect rises over a prefix without gaps; what has had it above is named", () => {
  const requests = new ScriptRequests();
  expect(requests.taken).toEqual({ taken: 0 });
  requests.add(0);
  requests.add(1, { update: update("page") });
  expect(requests.taken).toEqual({ taken: 1, but: [[1, 1]] });
  requests.drop(1);
  expect(requests.taken).toEqual({ taken: 1, but: [[1, 1]] });
  requests.add(2, { update: update("f", "f") });
  // 3 was refused.
  requests.add(4, { update: update("f", "f") });
  requests.add(5, { update: update("g", "g") });
  requests.drop(5, [2, 5]);
  expect(requests.taken).toEqual({
    taken: 5,
    but: [
      [1, 1],
      [5, 5],
    ],
  });
  expect([requests.answers(1), requests.answers(3), requests.answers(5)]).toEqual([true, false, true]);
  requests.drop(5, [5]);
  expect(requests.taken).toEqual({ taken: 5, but: [[5, 5]] });
  // A run that nobody asked for answers nothing.
  requests.add(5);
  requests.drop(6, [6]);
  expect(requests.taken).toEqual({ taken: 5 });
});

test("[BM2] after a restart what had its effect beside what had not is remembered until it has come again", () => {
  const partly = [[3, 4, ["button"]]] as const;
  const taken = { taken: 6, but: [[3, 4]] } as const;
  const requests = new ScriptRequests(2, { taken, partly });
  expect([requests.taken, requests.partly]).toEqual([taken, partly]);
  requests.add(3, { update: update("first") });
  requests.drop(1);
  expect([requests.taken, requests.partly]).toEqual([{ taken: 6, but: [[4, 4]] }, partly]);
  requests.add(4, { update: update("second") });
  expect([requests.taken, requests.partly]).toEqual([{ taken: 6, but: [[4, 4]] }, partly]);
  requests.drop(2);
  requests.skip(5);
  requests.skip(6);
  expect([requests.taken, requests.partly]).toEqual([{ taken: 6 }, []]);
  requests.add(7);
  expect(requests.taken).toEqual({ taken: 7, but: [[7, 7]] });
});

test("[SR8] merged requests hold every open update in order, and answer for all of them", () => {
  const requests = new ScriptRequests();
  requests.add(1, { update: update("ended"), bytes: 1 });
  requests.add(2, { update: update("a"), bytes: 2 });
  requests.add(3, { update: update("b"), bytes: 4 });
  requests.drop(1);
  requests.deaths = 1;
  expect(requests.gather(7)).toMatchObject([
    {
      no: 3,
      n: 3,
      updates: [
        { seen: 7, values: [["w", "a"]] },
        { seen: 7, values: [["w", "b"]] },
      ],
    },
  ]);
  expect(requests.bytes).toBe(6);
  expect(requests.deaths).toBe(1);
  expect(requests.taken).toEqual({ taken: 3, but: [[2, 3]] });
  requests.drop(3);
  expect(requests.taken).toEqual({ taken: 3 });
  expect(requests.deaths).toBe(0);
  expect(requests.bytes).toBe(0);
});

test("[SR8] requests for fragments stay by themselves: one that has ended is not repeated with one that has not", () => {
  const fragments = new ScriptRequests();
  fragments.add(1, { update: update("a", "f") });
  fragments.add(2, { update: update("b", "g") });
  expect(fragments.gather(7).map(({ no, updates }) => [no, updates])).toEqual([
    [1, [{ ...update("a", "f"), seen: 7 }]],
    [2, [{ ...update("b", "g"), seen: 7 }]],
  ]);
  fragments.drop(2, [1]);
  expect(fragments.gather(8).map(({ no }) => no)).toEqual([1]);
});

test("[SR8] a request for the page makes those for fragments its own", () => {
  const mixed = new ScriptRequests();
  mixed.add(1);
  mixed.add(2, { update: update("b", "f") });
  expect(mixed.gather(1).map(({ updates }) => updates.map(({ fragment }) => fragment))).toEqual([[undefined]]);
});

test("[SR8] what was committed in mid-way is not repeated with its values", () => {
  const requests = new ScriptRequests();
  requests.add(1, { update: update("a", "f") });
  requests.add(2, { update: update("b") });
  requests.consume([[1, []]]);
  expect(requests.open.map(({ updates }) => updates)).toEqual([[{ seen: 1, values: [], fragment: "f" }], [update("b")]]);
});

test("[SR8] what a fragment's run has committed takes nothing from the page's that it runs beside", () => {
  const requests = new ScriptRequests();
  requests.add(1, { update: update("press") });
  requests.add(2, { update: update("b", "f") });
  requests.consume([[2, []]]);
  expect(requests.open.map(({ updates }) => updates)).toEqual([[update("press")], [{ seen: 1, values: [], fragment: "f" }]]);
});

test("[SR8] of a press that a superseded run did not come to all else is done", () => {
  const requests = new ScriptRequests();
  requests.add(1, {
    update: {
      seen: 1,
      values: [
        ["early", true],
        ["late", true],
      ],
    },
  });
  requests.add(2, { update: update("b") });
  requests.consume([[1, ["late"]]]);
  expect(requests.gather(5).flatMap(({ updates }) => updates.flatMap(({ values }) => values))).toEqual([
    ["late", true],
    ...update("b").values,
  ]);
});

test("[SR8] nothing open, nothing to gather", () => {
  const requests = new ScriptRequests();
  requests.add(1);
  requests.drop(1);
  expect(requests.gather(1)).toEqual([]);
  expect(requests.drop(1)).toEqual([]);
});
