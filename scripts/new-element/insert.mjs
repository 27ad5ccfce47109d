/**
 * Puts a line into the block of lines that match `like`, where the alphabet wants it; returns the new text.
 * The block is the longest run of matching lines, so a lone match elsewhere does not attract it.
 * @param {string} text
 * @param {string} line
 * @param {{ like: RegExp, sortBy?: (line: string) => string, file: string }} where
 */
export function insertSorted(text, line, { like, sortBy = (it) => it, file }) {
  const lines = text.split("\n");
  const block = longestRun(lines, like);
  if (!block) throw new Error(`${file} has no line like ${like}: the list that new:element extends has changed. Mend scripts/new-element.`);
  let at = block.start;
  while (at < block.end && sortBy(lines[at] ?? "").localeCompare(sortBy(line), "en") < 0) at++;
  lines.splice(at, 0, line);
  return lines.join("\n");
}

/**
 * @param {readonly string[]} lines
 * @param {RegExp} like
 * @returns {{ start: number, end: number } | undefined}
 */
function longestRun(lines, like) {
  let best;
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (end < lines.length && like.test(lines[end] ?? "")) end++;
    if (end > start && (!best || end - start > best.end - best.start)) best = { start, end };
    start = end;
  }
  return best;
}
