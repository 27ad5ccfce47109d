/** What the HTML of a page is filled in with. */
export interface ShellValues {
  readonly title: string;
  /** Path that everything lies below, without a slash at the end. */
  readonly base: string;
  readonly build: string;
  readonly nonce: string;
  /** The language tag of the app's pages; empty if each browser's counts. */
  readonly locale: string;
}

/** Fills in what the client's index.html leaves open: `%RIVULET_TITLE%`, `%RIVULET_BASE%`, `%RIVULET_BUILD%`, `%RIVULET_NONCE%`, `%RIVULET_LOCALE%`. */
export function renderShell(index: string, { title, base, build, nonce, locale }: ShellValues): string {
  const values: Readonly<Record<string, string>> = { TITLE: title, BASE: `${base}/`, BUILD: build, NONCE: nonce, LOCALE: locale };
  return index.replaceAll(/%RIVULET_([A-Z]+)%/g, (placeholder, name: string) => escapeHtml(values[name] ?? placeholder));
}

/** The page that stands where no page is. */
export function renderNotFound(base: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page not found</title></head><body><h1>Page not found</h1><p>There is no page at this address.</p><p><a href="${escapeHtml(base)}/">Go to the start page</a></p></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
