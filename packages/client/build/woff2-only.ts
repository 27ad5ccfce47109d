import type { Plugin } from "vite";

/** Leaves only WOFF2 of the fonts that KaTeX's stylesheet offers: every browser that runs the client reads it. */
export function woff2Only(): Plugin {
  return {
    name: "rivulet:woff2-only",
    enforce: "pre",
    transform: {
      filter: { id: /katex(\.min)?\.css$/ },
      handler: (code) => code.replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\(["'][a-z0-9]+["']\)/g, ""),
    },
  };
}
