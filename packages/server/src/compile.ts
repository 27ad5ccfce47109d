export { buildPages, type BuildOptions, type BuildResult } from "./compile/build.ts";
export { CompileError } from "./compile/compile-error.ts";
export { createDevCompiler, type DevCompilerOptions } from "./compile/dev-compiler.ts";
export { importConfig } from "./compile/import-config.ts";
