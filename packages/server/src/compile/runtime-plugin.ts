import type { Plugin } from "vite";

/** The specifier that means the running rivulet, whatever is installed beside the page. */
export const RUNTIME = "rivulet";

const VIRTUAL = "\0rivulet-runtime";

/**
 * In a build, `import ... from "rivulet"` reads the authoring API from a slot that the worker fills: a build may lie where no
 * rivulet can be found, and a second copy would have a second run context.
 */
export function runtimePlugin(names: readonly string[]): Plugin {
  return {
    name: "rivulet:runtime",
    enforce: "pre",
    resolveId: (source) => (source === RUNTIME ? VIRTUAL : null),
    load(id) {
      if (id !== VIRTUAL) return null;
      const exports = names.filter((name) => name !== "default").map((name) => `export const ${name} = api.${name};`);
      return [`const api = globalThis[Symbol.for("rivulet.runtime")];`, ...exports].join("\n");
    },
  };
}
