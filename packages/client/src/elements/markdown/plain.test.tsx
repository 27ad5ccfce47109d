import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MarkdownDocument } from "./MarkdownDocument.tsx";
import { MarkdownLine } from "./MarkdownLine.tsx";
import { isPlainLine, isPlainParagraph, roughText } from "./plain.ts";

const LETTERS = "ab 1.,:;!?_-~*`#>|<[](){}&$@\\/=+\"'\n\tü— :".split("");
const WORDS = [
  "www.",
  "http://a.b",
  "&amp;",
  "->",
  "--",
  ":red[",
  ":+1:",
  "1. ",
  "- ",
  "snake_case",
  "2026-11-01",
  "13:45",
  "a@b.c",
  "$5",
  "C#",
];

test("what is called plain renders as the text it is", () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`seed ${seed}`);
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  let plain = 0;
  for (let round = 0; round < 4000; round++) {
    const body = Array.from({ length: 1 + Math.floor(next() * 8) }, () => (next() < 0.3 ? pick(WORDS) : pick(LETTERS))).join("");
    if (isPlainLine(body)) {
      plain++;
      expect(renderToStaticMarkup(<MarkdownLine body={body} icons={undefined} links />), `seed ${seed}: ${JSON.stringify(body)}`).toBe(
        renderToStaticMarkup(<>{body}</>),
      );
    }
    if (isPlainParagraph(body)) {
      const paragraph = renderToStaticMarkup(<MarkdownDocument body={body} icons={undefined} anchors />);
      expect(paragraph, `seed ${seed}: ${JSON.stringify(body)}`).toBe(renderToStaticMarkup(<p>{body}</p>));
    }
  }
  expect(plain).toBeGreaterThan(200);
});

test("ordinary labels need no lexer", () => {
  const labels = ["Age", "Length (m)", "2026-11-01 13:45", "snake_case", "Share, %", "it's $5", "A/B & C", "C#", "Ü — ß"];
  expect(labels.filter((label) => !isPlainLine(label))).toEqual([]);
});

test("until the lexer is there, a label reads without its marks", () => {
  expect(roughText("**Bold** :red[word] `code` :material/home:")).toBe("Bold word code ");
});
