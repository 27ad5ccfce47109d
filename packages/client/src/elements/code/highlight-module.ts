import { hljs } from "./languages.ts";

/** True if the common languages include it, by name or alias. */
export function isCommon(language: string): boolean {
  return hljs.getLanguage(language) !== undefined;
}

/** Code as escaped HTML with `hljs-*` spans. */
export function highlight(code: string, language: string): string {
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
