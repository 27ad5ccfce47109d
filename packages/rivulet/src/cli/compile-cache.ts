import module from "node:module";

// Node 22.8 and later keep what they make of the modules that are loaded from here on, below the system's folder for temporary files.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
