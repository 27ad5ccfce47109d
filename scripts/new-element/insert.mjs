/**
 * Puts a line where the alphabet wants it among the lines that match `like`; returns the new text.
 * @param {string} text
 * @param {string} line
 * @param {object} where
 * @param {string} where.file for messages
 * @param {RegExp} where.like the first line of each entry of the list
 * @param {(line: string) => string} [where.sortBy] default: the line
 * @param {RegExp} [where.from] the line before the list, where lines that look alike come earlier
 * @param {RegExp} [where.to] the line after the list; needed where entries may have several lines
 */
export function insertSorted(text, line, { file, like, sortBy = (it) => it, from, to }) {
  const lines = text.split("\n");
  const start = from ? indexOf(lines, from, 0) : 0;
  const end = to ? indexOf(lines, to, start) : lines.length;
  const entries = lines.flatMap((entry, at) => (at >= start && at < end && like.test(entry) ? [{ at, key: sortBy(entry) }] : []));
  const last = entries.at(-1);
  if (start < 0 || !last)
    throw new Error(`${file} has no line like ${like}: the list that new:element extends has changed. Mend scripts/new-element.`);
  const next = entries.find(({ key }) => key.localeCompare(sortBy(line), "en") > 0);
  lines.splice(next ? next.at : to ? end : last.at + 1, 0, line);
  return lines.join("\n");
}

/**
 * @param {readonly string[]} lines
 * @param {RegExp} like
 * @param {number} start
 */
function indexOf(lines, like, start) {
  return lines.findIndex((line, i) => i >= start && like.test(line));
}
