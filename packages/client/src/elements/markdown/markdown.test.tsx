import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MarkdownDocument } from "./MarkdownDocument.tsx";
import { MarkdownLine } from "./MarkdownLine.tsx";

/** Rendered HTML without the class names and wrappers that only carry style. */
function html(body: string, icons?: Record<string, string>): string {
  return renderToStaticMarkup(<MarkdownDocument body={body} icons={icons} anchors={false} />)
    .replaceAll(/ class="[^"]*"/g, "")
    .replaceAll(/<\/?div>/g, "");
}

function line(body: string, links = true): string {
  return renderToStaticMarkup(<MarkdownLine body={body} icons={undefined} links={links} />).replaceAll(/ class="[^"]*"/g, "");
}

test.each([
  ["two paragraphs", "one\n\ntwo", "<p>one</p><p>two</p>"],
  ["a soft break is a line end", "one\ntwo", "<p>one\ntwo</p>"],
  ["two spaces break a line", "one  \ntwo", "<p>one<br/>two</p>"],
  ["a backslash breaks a line", "one\\\ntwo", "<p>one<br/>two</p>"],
  [
    "emphasis",
    "*a* _b_ **c** __d__ ***e***",
    "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em></p>",
  ],
  ["no emphasis inside a word by underscores", "snake_case_name", "<p>snake_case_name</p>"],
  ["emphasis inside a word by stars", "un*frigging*real", "<p>un<em>frigging</em>real</p>"],
  ["stars with spaces are stars", "a * b * c", "<p>a * b * c</p>"],
  ["escapes", "\\*a\\* \\# \\[", "<p>*a* # [</p>"],
  ["code is literal", "`a *b* <c> &amp;`", "<p><code>a *b* &lt;c&gt; &amp;amp;</code></p>"],
  ["code with ticks", "`` a ` b ``", "<p><code>a ` b</code></p>"],
  ["headings", "# a\n## b #\n###### c\n####### d", '<h1 id="a">a</h1><h2 id="b">b</h2><h6 id="c">c</h6><p>####### d</p>'],
  ["underlined headings", "a\n===\nb\n---", '<h1 id="a">a</h1><h2 id="b">b</h2>'],
  ["a hash without space is text", "#a", "<p>#a</p>"],
  ["rules", "---\n***\n___", "<hr/><hr/><hr/>"],
  ["a tight list", "- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
  ["a loose list", "- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
  ["a numbered list that starts at 3", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["a quote in a quote", "> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"],
  ["a lazy quote", "> a\nb", "<blockquote><p>a\nb</p></blockquote>"],
  [
    "links",
    '[a *b*](https://x.y "T & U")',
    '<p><a href="https://x.y" title="T &amp; U" target="_blank" rel="noopener noreferrer">a <em>b</em></a></p>',
  ],
  ["a reference link", "[a][r]\n\n[r]: /b", '<p><a href="/b">a</a></p>'],
  [
    "links within the app stay in it",
    "[a](/b) [c](d?e=1#f) [g](#h)",
    '<p><a href="/b">a</a> <a href="d?e=1#f">c</a> <a href="#h">g</a></p>',
  ],
  ["an image", "![a *b*](c.png)", '<p><img src="c.png" alt="a b" loading="lazy" referrerPolicy="no-referrer"/></p>'],
  ["entities", "&copy; &#65; &#x42; &nosuch; AT&T &amp;amp;", "<p>© A B &amp;nosuch; AT&amp;T &amp;amp;</p>"],
  ["a null character is replaced", "&#0;", "<p>\uFFFD</p>"],
  [
    "autolinks",
    "<https://x.y/a?b=1&c=2> <a@b.de>",
    '<p><a href="https://x.y/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">https://x.y/a?b=1&amp;c=2</a> <a href="mailto:a@b.de">a@b.de</a></p>',
  ],
  ["bare addresses", "see www.x.y, ok", '<p>see <a href="http://www.x.y" target="_blank" rel="noopener noreferrer">www.x.y</a>, ok</p>'],
  ["strikethrough", "~~a~~", "<p><del>a</del></p>"],
  ["raw HTML is text", '<b onclick="x()">a</b>', "<p>&lt;b onclick=&quot;x()&quot;&gt;a&lt;/b&gt;</p>"],
  ["raw HTML does not hide markdown", "<div>\n**a**\n</div>", "<p>&lt;div&gt;\n<strong>a</strong>\n&lt;/div&gt;</p>"],
  ["comments are text", "a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>"],
  ["typography", "a -> b <- c <-> d -- e >= f <= g ~= h", "<p>a → b ← c ↔ d — e ≥ f ≤ g ≈ h</p>"],
  ["typography needs room", "a->b c--d e>=f x<-y", "<p>a-&gt;b c--d e&gt;=f x&lt;-y</p>"],
  ["no typography in code", "`a -> b`", "<p><code>a -&gt; b</code></p>"],
  ["colours", ":red[a **b**] :grey[c]", "<p><span>a <strong>b</strong></span> <span>c</span></p>"],
  ["nested directives", ":blue-background[a :small[b [c]] d]", "<p><span>a <small>b [c]</small> d</span></p>"],
  ["a bracket in code does not close a directive", ":red[`]` a]", "<p><span><code>]</code> a</span></p>"],
  ["a shimmer", ":shimmer[a *b*]", "<p><span>a <em>b</em></span></p>"],
  [
    "colours of one's own",
    ':color[a]{foreground="#b34700" background="rgb(255, 0, 0)"} :color[b]{background="gold"}',
    '<p><span style="color:#b34700;background-color:rgb(255, 0, 0)">a</span> <span style="background-color:gold">b</span></p>',
  ],
  [
    "what is no colour is text",
    ':color[a] :color[b]{foreground="red;x:y"} :color[c]{size="5"}',
    "<p>:color[a] :color[b]{foreground=&quot;red;x:y&quot;} :color[c]{size=&quot;5&quot;}</p>",
  ],
  ["an unknown colour is text", ":pink[a]", "<p>:pink[a]</p>"],
  ["an open directive is text", ":red[a", "<p>:red[a</p>"],
  ["unknown shortcodes and times are text", ":nosuch: 10:30:15", "<p>:nosuch: 10:30:15</p>"],
  ["maths", "so $a_1 * b_1$ is", "<p>so <span>a_1 * b_1</span> is</p>"],
  ["money is no maths", "from $5 to $6, or $7.", "<p>from $5 to $6, or $7.</p>"],
  ["an escaped dollar is money", "\\$a\\$", "<p>$a$</p>"],
  ["a block of maths", "a\n$$\nx\n$$\nb", "<p>a</p><span>x</span><p>b</p>"],
  ["a trailing fence is code so far", "```js\nlet a", '<pre><code>let a</code></pre><button type="button" aria-label="Copy" title="Copy"'],
])("%s", (_, body, expected) => {
  const rendered = html(body);
  if (expected.includes("<pre>")) expect(rendered.startsWith(expected)).toBe(true);
  else expect(rendered).toBe(expected);
});

test("tables align their columns and hold inline markdown", () => {
  expect(html("| a | b | c |\n|:--|:-:|--:|\n| **1** | `|` | 3 |\n| 4 |")).toBe(
    '<table><thead><tr><th scope="col" style="text-align:left">a</th><th scope="col" style="text-align:center">b</th><th scope="col" style="text-align:right">c</th></tr></thead>' +
      '<tbody><tr><td style="text-align:left"><strong>1</strong></td><td style="text-align:center">`</td><td style="text-align:right">`</td></tr>' +
      '<tr><td style="text-align:left">4</td><td style="text-align:center"></td><td style="text-align:right"></td></tr></tbody></table>',
  );
});

test("task lists say what is done", () => {
  expect(html("- [x] a\n- [ ] b")).toBe(
    '<ul><li><span data-done="true" role="img" aria-label="done"></span>a</li><li><span role="img" aria-label="to do"></span>b</li></ul>',
  );
});

test("icons are drawn from the bodies that the server sent, as outlines only", () => {
  const icons = { home: '<path fill="currentColor" d="M1 1h2"/><script>alert(1)</script>' };
  expect(html(":material/home: :material/nosuch:", icons)).toBe(
    '<p><svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d="M1 1h2"></path></svg> </p>',
  );
});

test("repeated headings get anchors of their own, in any script", () => {
  expect(html("# Über uns!\n# Über uns!\n# 港口")).toBe(
    '<h1 id="über-uns">Über uns!</h1><h1 id="über-uns-1">Über uns!</h1><h1 id="港口">港口</h1>',
  );
});

test("a heading's link stands beside it, so that its name is its text", () => {
  const linked = renderToStaticMarkup(<MarkdownDocument body="## A *b*" icons={undefined} anchors />);
  expect(linked).toMatch(/<h2 id="a-b">A <em>b<\/em><\/h2><a [^>]*href="#a-b"/);
});

test("in a line block syntax is text", () => {
  expect(line("# a")).toBe("# a");
  expect(line("- a")).toBe("- a");
  expect(line("1. **a**\n> b")).toBe("1. <strong>a</strong> &gt; b");
});

test("inside controls links are only their text", () => {
  expect(line("[a *b*](https://x.y)", false)).toBe("a <em>b</em>");
});
