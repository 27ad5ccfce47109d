export { openBuiltPages, type BuiltPages, type BuiltPagesOptions } from "./compile/built-pages.ts";
export { loadEnv } from "./compile/load-env.ts";
export { displayPath } from "./thread/display-path.ts";
