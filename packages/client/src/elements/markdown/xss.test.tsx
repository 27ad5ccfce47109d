import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MarkdownDocument } from "./MarkdownDocument.tsx";
import { MarkdownLine } from "./MarkdownLine.tsx";

const PAYLOADS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe src=javascript:alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<details open ontoggle=alert(1)>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](  javascript:alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x](java\\script:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml,<svg onload=alert(1)>)",
  '![x" onerror="alert(1)](y)',
  '[x](y "z\\" onmouseover=\\"alert(1)")',
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "[x]\n\n[x]: javascript:alert(1)",
  '[x][r]\n\n[r]: /y "\\" onclick=alert(1) a=\\""',
  ":red[<img src=x onerror=alert(1)>]",
  ":red[[x](javascript:alert(1))]",
  ":blue-badge[![x](javascript:alert(1))]",
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  '```"><script>alert(1)</script>\nx\n```',
  "| <script>alert(1)</script> |\n|---|\n| [x](javascript:alert(1)) |",
  "# <script>alert(1)</script>",
  "> [x](JAVASCRIPT:alert(1))",
  "- [x] <input autofocus onfocus=alert(1)>",
  "$<img src=x onerror=alert(1)>$",
  "$$\\href{javascript:alert(1)}{x}$$",
  ":material/<script>:",
  'www.x.y/"onmouseover=alert(1)',
  "https://x.y/'onmouseover='alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)",
  "**<b onclick=alert(1)>**",
  ':color[a]{foreground="url(javascript:alert(1))"}',
  ':color[a]{background="red" onclick="alert(1)"}',
  "[![x](javascript:1)](javascript:2)",
];

const TAGS = new Set(
  "p h1 h2 h3 h4 h5 h6 strong em del code pre br hr a img ul ol li blockquote table thead tbody tr th td span div small button svg rect path".split(
    " ",
  ),
);

/** Everything that could run: a tag that the renderer has not, a handler, an address that is no plain one. */
function dangers(markup: string): string[] {
  const found: string[] = [];
  for (const [whole, name, rest] of markup.matchAll(/<\/?([a-z0-9]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)) {
    if (!TAGS.has(name ?? "")) found.push(whole);
    for (const [attribute, key, value] of (rest ?? "").matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
      if (/^on|^srcdoc$|^formaction$|^xlink/i.test(key ?? "")) found.push(attribute);
      if (/^(href|src)$/.test(key ?? "") && /^\s*[a-z][a-z0-9+.-]*:/i.test(value ?? "") && !/^(https?|mailto|tel):/.test(value ?? ""))
        found.push(attribute);
    }
  }
  // What is no tag of the renderer must be escaped.
  if (/<(?!\/?[a-z0-9]+[\s/>])/.test(markup)) found.push("a bare <");
  return found;
}

test.each(PAYLOADS)("[SEC5] %j does nothing in a document", (payload) => {
  expect(dangers(renderToStaticMarkup(<MarkdownDocument body={payload} icons={undefined} anchors />))).toEqual([]);
});

test.each(PAYLOADS)("[SEC5] %j does nothing in a line", (payload) => {
  expect(dangers(renderToStaticMarkup(<MarkdownLine body={payload} icons={undefined} links />))).toEqual([]);
});

test("the check itself finds what is dangerous", () => {
  expect(dangers("<script>x</script>")).toHaveLength(2);
  expect(dangers('<a href="javascript:x">y</a>')).toHaveLength(1);
  expect(dangers('<img src="x" onerror="y"/>')).toHaveLength(1);
});
