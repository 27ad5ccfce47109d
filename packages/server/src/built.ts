export { openBuiltPages, type BuiltPages, type BuiltPagesOptions } from "./compile/built-pages.ts";
export { displayPath } from "./thread/display-path.ts";
