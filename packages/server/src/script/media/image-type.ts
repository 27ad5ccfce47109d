/** How images begin, in Latin-1. */
const SIGNATURES: readonly (readonly [type: string, start: string | RegExp])[] = [
  ["image/png", "\u0089PNG\r\n\u001A\n"],
  ["image/jpeg", "\u00FF\u00D8\u00FF"],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
  ["image/avif", /^[^]{4}ftypavi[fs]/],
  ["image/x-icon", "\0\0\u0001\0"],
  ["image/svg+xml", /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^]*?\?>\s*|<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i],
];

/** The content type of an image by its first bytes; undefined if they are no image's that browsers show. */
export function imageType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  return SIGNATURES.find(([, sign]) => (typeof sign === "string" ? start.startsWith(sign) : sign.test(start)))?.[0];
}
