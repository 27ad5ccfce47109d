import { expect, test } from "vitest";
import { matchSiblings, type Sibling } from "./match-siblings.ts";

/** A sibling for each word: "t:hello" is one of kind t with a name of its own. */
const siblings = (words: string): Sibling[] =>
  words.split(" ").flatMap((word) => (word === "" ? [] : [{ kind: word.split(":")[0] as string, name: word }]));
const match = (before: string, after: string) => matchSiblings(siblings(before), siblings(after));

test.each<[string, string, string, number[]]>([
  ["nothing there before", "", "t:a", [-1]],
  ["nothing there any more", "t:a", "", []],
  ["all the same", "t:a b:x t:c", "t:a b:x t:c", [0, 1, 2]],
  ["equal ones, in order", "d d d", "d d d", [0, 1, 2]],
  ["one inserted first", "t:a t:b t:c", "t:z t:a t:b t:c", [-1, 0, 1, 2]],
  ["one inserted between", "t:a t:b", "t:a t:z t:b", [0, -1, 1]],
  ["one removed", "t:a t:b t:c", "t:a t:c", [0, 2]],
  ["a text that changed", "t:a t:b t:c", "t:a t:other t:c", [0, 1, 2]],
  ["all texts changed", "t:a t:b", "t:x t:y", [0, 1]],
  ["one text changed and one inserted elsewhere", "t:a b:x t:c", "t:z b:x t:c t:d", [0, 1, 2, -1]],
  ["another kind", "t:a t:b", "t:a b:b", [0, -1]],
  ["kinds that changed places", "t:a b:x", "b:y t:z", [1, -1]],
  ["reordered", "t:a t:b t:c t:d", "t:d t:b t:a t:c", [3, 1, 0, 2]],
  ["reversed", "t:a t:b t:c", "t:c t:b t:a", [2, 1, 0]],
  ["changed where another one stood before", "i:x t:a t:b", "t:b t:new i:x", [2, -1, 0]],
  ["equal ones beside one inserted: none moves past another", "t:a d t:b d", "t:new d t:a d t:b d", [-1, -1, 0, 1, 2, 3]],
  ["equal ones, some gone", "t:a d d d t:b", "t:a d t:b", [0, 1, 4]],
  ["what was found is not found twice", "t:a t:b", "t:b t:a t:a2 t:b2", [1, 0, -1, -1]],
])("%s", (_, before, after, found) => {
  expect(match(before, after)).toEqual(found);
});

test("any two lists: each old one is found at most once, and only by its own kind", () => {
  const seed = Date.now() % 1_000_000;
  const random = generator(seed);
  for (let round = 0; round < 2000; round++) {
    const list = (): Sibling[] =>
      Array.from({ length: Math.floor(random() * 12) }, () => {
        const kind = "tbd"[Math.floor(random() * 3)] as string;
        return { kind, name: `${kind}${Math.floor(random() * 5)}` };
      });
    const [before, after] = [list(), list()];
    const found = matchSiblings(before, after);
    const olds = found.filter((old) => old >= 0);
    const what = `seed ${seed}: ${JSON.stringify([before, after, found])}`;
    expect(found.length, what).toBe(after.length);
    expect(new Set(olds).size, what).toBe(olds.length);
    for (const [at, old] of found.entries()) if (old >= 0) expect(before[old]?.kind, what).toBe(after[at]?.kind);
    expect(matchSiblings(after, after), what).toEqual(after.map((_, at) => at));
  }
});

test("10,000 children of which nothing stayed are matched in their order, without comparing each with each", () => {
  const many = (name: string) => Array.from({ length: 10_000 }, (_, at) => ({ kind: "t", name: `${name}${at}` }));
  expect(matchSiblings(many("a"), many("b"))).toEqual(many("a").map((_, at) => at));
});

/** Numbers from 0 to 1, the same for a seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
