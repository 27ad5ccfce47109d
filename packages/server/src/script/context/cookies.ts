/** The names and values in a cookie header; of equal names the first counts, as everywhere. What is not encoded right stays as it is. */
export function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(";")) {
    const cut = pair.indexOf("=");
    if (cut < 0) continue;
    const name = pair.slice(0, cut).trim();
    if (name !== "" && !cookies.has(name)) cookies.set(name, decoded(pair.slice(cut + 1).trim()));
  }
  return cookies;
}

function decoded(text: string): string {
  const bare = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
