import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { englishElements } from "../elements/element-text.ts";
import { englishFrame } from "../text.ts";
import { CATALOGUES } from "./locale.ts";
import { pluralsOf } from "./plurals.ts";
import { setSessionLocale } from "./session-locale.ts";

const english = { frame: englishFrame, element: englishElements };

/** Every text of a catalogue by its path; a function's is what it makes of the numbers 3, 4, 5, 6. */
function textsOf(words: object, path = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [[at, value] as const];
    if (typeof value === "function") return [[at, (value as (...given: readonly unknown[]) => string)(...given(key))] as const];
    return textsOf(value as object, at);
  });
}

/** Numbers do for texts, too; one takes a list. */
const given = (key: string): readonly unknown[] => (key === "blame" ? [[3, 4]] : [3, 4, 5, 6]);

/** What a function put into its text, without order: languages have their own. */
const filled = (text: string) => (text.match(/[3-6](?:[.,]0)?/g) ?? []).map((number) => number.slice(0, 1)).toSorted();
/** Texts with digits of their own: nothing is filled in there. */
const LITERAL = /^element\.(stars|placeholders)\./;

test.each(Object.keys(CATALOGUES))("%s has the keys of English, no more and no fewer, and fills in the same", async (language) => {
  setSessionLocale(language);
  const words = await CATALOGUES[language]?.();
  setSessionLocale("en");
  const texts = new Map(textsOf(words ?? {}));
  expect([...texts.keys()].toSorted()).toEqual(
    textsOf(english)
      .map(([path]) => path)
      .toSorted(),
  );
  for (const [path, text] of textsOf(english)) {
    expect(texts.get(path), path).not.toBe("");
    if (!LITERAL.test(path)) expect([path, filled(texts.get(path) ?? "")]).toEqual([path, filled(text)]);
  }
});

test("index.html knows the languages that there are catalogues of, and which begin at the right", () => {
  const html = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
  expect(html).toContain(`/^(${["en", ...Object.keys(CATALOGUES)].toSorted().join("|")})(-|$)/i`);
  const [, fromRight] = /FROM_RIGHT = (\/.*\/i);/.exec(readFileSync(new URL("locale.ts", import.meta.url), "utf8")) ?? [];
  expect(html).toContain(String(fromRight));
});

test("no text is unused", () => {
  const sources = readdirSync(new URL("..", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|i18n|(^|\/)(element-)?text\.ts$/.test(file))
    .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8"))
    .join("\n");
  // `elementText[name]` with these in it.
  const dynamic = new Set(["up", "down", "thumbs", "faces", "stars"]);
  const unused = (name: string, words: object) =>
    Object.keys(words).filter((key) => !dynamic.has(key) && !new RegExp(`\\b${name}\\.${key}\\b`).test(sources));
  expect([...unused("text", englishFrame), ...unused("elementText", englishElements)]).toEqual([]);
});

test("a plural has the form of its language", () => {
  const arabic = pluralsOf("ar");
  const forms = { one: "one #", two: "two #", few: "few #", other: "other #" };
  expect([1, 2, 3, 11, 100].map((count) => arabic(count, forms))).toEqual(["one 1", "two 2", "few 3", "other 11", "other 100"]);
  expect([0, 1, 2].map((count) => pluralsOf("en")(count, { one: "# day", other: "# days" }))).toEqual(["0 days", "1 day", "2 days"]);
});
