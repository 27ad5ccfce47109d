/** Text without the indentation that a template literal has from its place in the code: what all lines share goes, and empty lines above and below. */
export function dedented(text: string): string {
  const first = text.charCodeAt(0);
  // Only text that begins with white space can be indented as a whole.
  if (first !== 10 && first !== 32 && first !== 9 && first !== 13) return text;
  const lines = text.split("\n");
  let margin: string | undefined;
  for (const line of lines) {
    if (line.trim() === "") continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
    margin = margin === undefined ? indent : shared(margin, indent);
  }
  const cut = margin?.length ?? 0;
  return lines
    .map((line) => (line.trim() === "" ? "" : line.slice(cut)))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
