// Light: what a command needs before, or without, the server.
export { openBuiltPages, type BuiltPages, type BuiltPagesOptions } from "./compile/built-pages.ts";
export { loadEnv } from "./compile/load-env.ts";
export { displayPath } from "./thread/display-path.ts";
export { RivuletError } from "./errors.ts";
