/** Cuts highlighted HTML into lines: spans that cross a line end are closed there and opened again. */
export function htmlLines(html: string): readonly string[] {
  const open: string[] = [];
  return html.split("\n").map((line) => {
    const before = open.join("");
    for (const [tag] of line.matchAll(/<\/?span[^>]*>/g)) {
      if (tag.startsWith("</")) open.pop();
      else open.push(tag);
    }
    return `${before}${line}${"</span>".repeat(open.length)}`;
  });
}
