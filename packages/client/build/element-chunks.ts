import { readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Plugin } from "vite";

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const REGISTRY = "src/elements/registry.ts";
/** What else is shown as soon as it is said: Markdown's lexer, and the list of an app's pages. */
const BESIDES: Readonly<Record<string, string>> = {
  markdown: "src/elements/markdown/markdown-module.ts",
  navigation: "src/view/navigation/Navigation.tsx",
};

/** Notes beside the manifest which files each element needs that is a chunk of its own: the server names them in a page's HTML. */
export function elementChunks(): Plugin {
  return {
    name: "rivulet:element-chunks",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir = "dist" }) {
      const manifest = JSON.parse(await readFile(join(dir, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
      const chunks = elementChunksOf(await readFile(REGISTRY, "utf8"), manifest);
      await writeFile(join(dir, ".vite/element-chunks.json"), JSON.stringify(chunks));
    },
  };
}

/** By element type the files of its chunk and of what that imports, but for those that every page loads. */
export function elementChunksOf(registry: string, manifest: Readonly<Record<string, Chunk>>): Record<string, string[]> {
  const initial = new Set(Object.entries(manifest).flatMap(([name, { isEntry }]) => (isEntry ? closure(name, manifest) : [])));
  const lazy = [...registry.matchAll(/^ {2}(\w+): lazyElement\(\s*\(\) => import\("\.\/([^"]+)"\)/gm)];
  const sources = [
    ...lazy.map(([, type = "", file = ""]) => [type, posix.join("src/elements", file)] as const),
    ...Object.entries(BESIDES),
  ];
  return Object.fromEntries(
    sources.map(([type, source]) => {
      const all = closure(source, manifest).filter((name) => !initial.has(name));
      return [type, all.flatMap((name) => [manifest[name]?.file ?? [], manifest[name]?.css ?? []].flat())];
    }),
  );
}

function closure(name: string, manifest: Readonly<Record<string, Chunk>>, seen = new Set<string>()): string[] {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the client's build has no chunk ${name}`);
  if (seen.has(name)) return [];
  seen.add(name);
  return [name, ...(chunk.imports ?? []).flatMap((next) => closure(next, manifest, seen))];
}
