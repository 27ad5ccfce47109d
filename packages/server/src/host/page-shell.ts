import type { FirstPaint } from "./first-paint/first-paint.ts";

/** What the HTML of a page is filled in with. */
export interface ShellValues {
  /** Of the page as far as its place says. */
  readonly title: string;
  /** Path that everything lies below, without a slash at the end. */
  readonly base: string;
  readonly build: string;
  readonly nonce: string;
  /** The language tag of the app's pages; empty if each browser's counts. */
  readonly locale: string;
  /** Whether a reload goes on with the session (WS3). */
  readonly resumeOnReload: boolean;
  /** What the page has said already, and the chunks that its elements need. */
  readonly first?: FirstPaint | undefined;
  readonly preload?: readonly string[] | undefined;
}

/** Fills in what the client's index.html leaves open: `%RIVULET_TITLE%`, `%RIVULET_BASE%`, `%RIVULET_BUILD%`, `%RIVULET_NONCE%`, `%RIVULET_LOCALE%`, `%RIVULET_RELOAD%`, `%RIVULET_FILE_TITLE%`. */
export function renderShell(index: string, shell: ShellValues): string {
  const { title, base, build, nonce, locale, resumeOnReload, first, preload = [] } = shell;
  const values: Readonly<Record<string, string>> = {
    TITLE: first?.title ?? title,
    FILE_TITLE: title,
    BASE: `${base}/`,
    BUILD: build,
    NONCE: nonce,
    LOCALE: first?.locale ?? locale,
    RELOAD: resumeOnReload ? "resume" : "",
  };
  const html = index.replaceAll(/%RIVULET_([A-Z_]+)%/g, (placeholder, name: string) => escapeHtml(values[name] ?? placeholder));
  if (first === undefined) return html;
  return html
    .replace("</head>", () => `${description(first)}${preload.map((file) => preloadLink(`${base}/${file}`)).join("")}</head>`)
    .replace("</body>", () => `${frames(first)}</body>`);
}

function description({ description: text }: FirstPaint): string {
  return text === undefined ? "" : `<meta name="description" content="${escapeHtml(text)}">`;
}

function preloadLink(href: string): string {
  const kind = href.endsWith(".css") ? 'rel="preload" as="style"' : 'rel="modulepreload"';
  return `<link ${kind} crossorigin href="${escapeHtml(href)}">`;
}

/** Data, not a script: base64 has no character that HTML would take for anything else. */
function frames({ token, frames }: FirstPaint): string {
  const texts = frames.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"));
  return `<script type="application/octet-stream" id="rivulet-first" data-token="${token}">${texts.join(" ")}</script>`;
}

/** The page that stands where no page is. */
export function renderNotFound(base: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page not found</title></head><body><h1>Page not found</h1><p>There is no page at this address.</p><p><a href="${escapeHtml(base)}/">Go to the start page</a></p></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
