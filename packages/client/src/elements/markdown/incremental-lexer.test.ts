import { expect, test } from "vitest";
import { lexContinued, type Lexed } from "./incremental-lexer.ts";
import { lexBlocks } from "./lexer.ts";

const PIECES = [
  "word ",
  "*em* ",
  "**bold",
  "** ",
  "`code` ",
  "\n",
  "\n\n",
  "\n\n\n",
  "# head\n",
  "- item\n",
  "- item\n\n",
  "  more\n",
  "1. one\n",
  "> quote\n",
  "```ts\n",
  "let a = 1;\n",
  "```\n",
  "    indented\n",
  "| a | b |\n|---|---|\n",
  "| 1 | 2 |\n",
  "---\n",
  "===\n",
  "$$\n",
  "x^2\n",
  "$$",
  "[r]: /x\n",
  "[r] ",
  "\r\n",
  "\t",
  " ",
  "<div>\n",
  ":red[x] ",
];

/** A small seeded generator, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("a body that grows lexes as if it had come whole, at every step", () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`seed ${seed}`);
  const next = random(seed);
  for (let round = 0; round < 80; round++) {
    let body = "";
    let lexed: Lexed | undefined;
    for (let step = 0; step < 25; step++) {
      const piece = PIECES[Math.floor(next() * PIECES.length)] ?? "";
      // Half of the pieces arrive in two parts, as a stream cuts them.
      const cut = next() < 0.5 ? Math.floor(next() * piece.length) : piece.length;
      for (const part of [piece.slice(0, cut), piece.slice(cut)]) {
        body += part;
        lexed = lexContinued(body, lexed);
        expect([...lexed.tokens], `seed ${seed}: ${JSON.stringify(body)}`).toEqual([...lexBlocks(body.replaceAll(/\r\n?/g, "\n"))]);
      }
    }
  }
});

test("closed blocks stay the same objects", () => {
  const first = lexContinued("# a\n\none\n\ntwo", undefined);
  const second = lexContinued("# a\n\none\n\ntwo and more", first);
  expect(second.tokens[0]).toBe(first.tokens[0]);
  expect(second.tokens[1]).toBe(first.tokens[1]);
  expect(second.tokens.at(-1)).toMatchObject({ type: "paragraph", text: "two and more" });
});

test("the same body is the same result", () => {
  const first = lexContinued("a", undefined);
  expect(lexContinued("a", first)).toBe(first);
});

test("a cursor is lexed as if it followed the body, and is in no block that is kept", () => {
  const words = ["# head\n\n", "a **bold", "** word\n\n", "```ts\n", "let a;\n", "```\n\n", "- one\n", "- two\n\n", "end"];
  let body = "";
  let before: Lexed | undefined;
  for (const word of words) {
    body += word;
    const lexed = lexContinued(body, before, "▌");
    expect(lexed.tokens).toEqual([...lexBlocks(`${body}▌`)]);
    expect(lexed.tokens.slice(0, lexed.closed.count).some(({ raw }) => raw.includes("▌"))).toBe(false);
    before = lexed;
  }
  const done = lexContinued(body, before);
  expect(done.tokens).toEqual([...lexBlocks(body)]);
  expect(done.tokens[0]).toBe(before?.tokens[0]);
});
