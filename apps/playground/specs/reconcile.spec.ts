import { ROOT_IDS } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { countReceived } from "./received.ts";

const test = browserTest(new URL("./reconcile.ts", import.meta.url));

/** Every element of the page's main part but its root, whose number is fixed. */
const ELEMENTS = `[data-node="${ROOT_IDS.main}"] [data-element]`;
const PLACES = ["top", "middle", "column"];
const START = ["a", "b", "c", "d", "e", "f"];
const CHANGES = {
  "insert first": ["z", ...START],
  "insert in the middle": ["a", "b", "c", "z", "d", "e", "f"],
  "insert last": [...START, "z"],
  "remove in the middle": ["a", "b", "d", "e", "f"],
  "move first to last": [...START.slice(1), "a"],
  swap: ["a", "e", "c", "d", "b", "f"],
  reverse: START.toReversed(),
  "insert, remove and move": ["f", "b", "z", "d", "a"],
};
/** What an element of the page takes on the wire, and all that may come beside elements: less than one, in however many frames a busy machine sends it. */
const ELEMENT = 950;
const REST = 900;

test.for(["text", "input", "keyed", "box"])(
  "[FM3] %s elements are inserted, removed, moved and swapped; what stays keeps its nodes and is not sent again",
  async (kind, { page, open }) => {
    const received = await countReceived(page);
    await open();
    await page.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: kind }).click();
    let now: readonly string[] = [];
    const show = async (names: readonly string[]) => {
      await page.getByRole("textbox", { name: "Names" }).fill(names.join(" "));
      await page.keyboard.press("Enter");
      await idle(page);
      now = names;
    };
    const change = async (what: string, names: readonly string[]) => {
      const old = now;
      const added = PLACES.length * names.filter((name) => !old.includes(name)).length;
      await markNodes(page);
      const before = await received();
      await show(names);
      const bytes = (await received()) - before;
      const shown = await namedNodes(page);
      expect(
        shown.map(({ name }) => name),
        what,
      ).toEqual(PLACES.flatMap((place) => names.map((name) => `${place}-${name}`)));
      const renewed = shown.filter(({ name, marks }) => old.includes(name.slice(-1)) && marks.some((mark) => mark !== name));
      // Of what is only shown, an await may come before it can be known that something was inserted rather than changed:
      // then what stood there is sent again, once.
      expect(renewed.length, `${what}: nodes made anew: ${JSON.stringify(renewed)}`).toBeLessThanOrEqual(kind === "text" ? added : 0);
      expect(bytes, `${what}: bytes`).toBeLessThan(REST + (kind === "text" ? 2 : 1) * added * ELEMENT);
    };
    await show(START);
    for (const [what, names] of Object.entries(CHANGES)) {
      await change(what, names);
      await change(`undo: ${what}`, START);
    }
  },
);

interface NamedNode {
  readonly name: string;
  /** What its nodes were marked with, from the outermost in; undefined for one that is new. */
  readonly marks: readonly (string | undefined)[];
}

type Markable = Element & { mark?: string | undefined };

/** The elements of the lists as they stand. */
function namedNodes(page: Page): Promise<readonly NamedNode[]> {
  return page.locator(ELEMENTS).evaluateAll((wrappers: Markable[]) => {
    const found = wrappers.map((wrapper) => ({ wrapper, name: /^\w+-\w(?=:)/.exec(wrapper.textContent)?.[0] }));
    // What a named element contains belongs to it.
    const outermost = found.filter(
      ({ wrapper, name }) => name && !found.some((other) => other.name && other.wrapper !== wrapper && other.wrapper.contains(wrapper)),
    );
    return outermost.map(({ wrapper, name = "" }) => {
      const inside: Markable[] = [...wrapper.querySelectorAll("*")];
      return { name, marks: [wrapper, ...inside].map((node) => node.mark) };
    });
  });
}

/** Writes its name on every node of every element of the lists. */
function markNodes(page: Page): Promise<void> {
  return page.locator(ELEMENTS).evaluateAll((wrappers: Markable[]) => {
    for (const wrapper of wrappers) {
      const name = /^\w+-\w(?=:)/.exec(wrapper.textContent)?.[0];
      if (name) for (const node of [wrapper, ...wrapper.querySelectorAll<Markable>("*")]) node.mark = name;
    }
  });
}
