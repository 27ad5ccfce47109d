import type { TokenizerExtension } from "marked";
import type { IconToken, ShortcodeToken } from "./tokens.ts";

/** `:material/name:` and `:name:`. */
export const shortcodes: TokenizerExtension = {
  name: "shortcode",
  level: "inline",
  start: (src) => {
    const at = src.search(/:[a-z0-9_+/-]+:/);
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const match = /^:(?:material\/([a-z0-9_-]+)|([a-z0-9_+-]+)):/.exec(src);
    if (!match) return undefined;
    const [raw, icon, name] = match;
    if (icon !== undefined) return { type: "icon", raw, name: icon } satisfies IconToken;
    // The middle of a clock time such as 10:30:15 is none: do not load the table for it.
    if (name !== undefined && /^\d{1,2}$/.test(name)) return undefined;
    return { type: "shortcode", raw, name: name ?? "" } satisfies ShortcodeToken;
  },
};
