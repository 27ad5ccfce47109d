import { ROOT_IDS, type Node } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { PageView } from "./page-view.ts";
import { timedFragment } from "./timed-fragment.ts";

const fragment = (id: number, every: number | undefined, key?: string, ...children: Node[]): Node => ({
  id,
  type: "fragment",
  props: { id: `f${id}`, every },
  ...(key !== undefined && { key }),
  children,
});

test("a fragment with a timer is found by number or key, and one that is not there says what is", () => {
  const view = new PageView();
  const order = [fragment(8, undefined, "still"), fragment(9, 1, "clock", fragment(10, 2, "chart")), fragment(11, 3)];
  view.applyFrame({ seq: 1, msgs: [{ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order }] }] });
  expect([0, 1, 2].map((nth) => timedFragment(view, nth))).toEqual(["f9", "f10", "f11"]);
  expect(timedFragment(view, "chart")).toBe("f10");
  expect(() => timedFragment(view, "chrat")).toThrow(
    'The fragment that runs by itself, with key "chrat", is not on the page. There is: fragment (key "clock"), fragment (key "chart"), fragment. Did you mean "chart"?',
  );
  expect(() => timedFragment(view, "still")).toThrow('with key "still"');
  expect(() => timedFragment(view, 3)).toThrow("number 3");
});
