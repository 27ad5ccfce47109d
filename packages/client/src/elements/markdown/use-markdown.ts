import { lazyModule } from "./lazy-module.ts";

/** Lexer and renderer: a chunk that pages without any markup never load. */
export const useMarkdown = lazyModule(() => import("./markdown-module.ts"));
