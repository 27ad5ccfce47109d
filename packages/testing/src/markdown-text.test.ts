import { expect, test } from "vitest";
import { inlineText, markdownText } from "./markdown-text.ts";

test.each([
  ["plain", "plain"],
  ["count: 3.", "count: 3."],
  ["**bold** _it_ `code` ~~gone~~", "bold it code gone"],
  ["a [link](https://example.org) here", "a link here"],
  ["# Title\n\nFirst\n\nSecond", "Title\nFirst\nSecond"],
  ["- one\n- **two**\n  - three", "one\ntwo\nthree"],
  ["- [x] done", "done"],
  ["1. one\n2. two", "one\ntwo"],
  ["| a | b |\n|---|---|\n| 1 | **2** |", "a\tb\n1\t2"],
  ["> quoted\n> more", "quoted\nmore"],
  ["```ts\nconst a = 1;\n```", "const a = 1;"],
  [":red[alarm] and :blue-background[**sea**]", "alarm and sea"],
  [":green-badge[:material/check: fine]", "fine"],
  ["rate $x^2$ of $$y$$", "rate x^2 of y"],
  ["it costs $5 and $6", "it costs $5 and $6"],
  ["<b>raw</b> &amp; &#65; &unknown;", "<b>raw</b> & A &unknown;"],
  ["a\\*b", "a*b"],
  ["", ""],
])("markdown %j reads %j", (body, read) => {
  expect(markdownText(body)).toBe(read);
});

test.each([
  ["Age", "Age"],
  ["**Age** in :red[years]", "Age in years"],
  ["- not a list", "- not a list"],
  [":material/search: Find", "Find"],
  ["two\nlines", "two lines"],
])("label %j reads %j", (label, read) => {
  expect(inlineText(label)).toBe(read);
});
