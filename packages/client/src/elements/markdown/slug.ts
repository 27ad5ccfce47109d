/** The fragment that leads to a heading: its text in lower case, words joined by hyphens, letters of any script kept. */
export function slug(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
}
