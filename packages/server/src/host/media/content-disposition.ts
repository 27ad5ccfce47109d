/** The header that says what a file is called (RFC 6266): any name, and for old programs one without its foreign letters. */
export function contentDisposition(type: "attachment" | "inline", name: string | undefined): string {
  if (name === undefined) return type;
  // A lone half of a pair of surrogates cannot be encoded; a line break would end the header.
  const clean = Buffer.from(name)
    .toString()
    .replaceAll(/\p{Cc}/gu, "_");
  const plain = clean
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^ -~]/gu, "_")
    .replaceAll(/["\\%]/g, "_");
  const header = `${type}; filename="${plain}"`;
  return plain === clean ? header : `${header}; filename*=UTF-8''${extValue(clean)}`;
}

/** Percent-encodes what RFC 8187 does not allow as it is. */
function extValue(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
