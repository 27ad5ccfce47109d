import hljs from "highlight.js";

/** Highlights with every language there is; undefined if the language is none. */
export function highlightAny(code: string, language: string): string | undefined {
  return hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : undefined;
}
