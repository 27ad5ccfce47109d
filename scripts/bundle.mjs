import { readFileSync, rmSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { rolldown } from "rolldown";

// Run in a package's folder after `tsc`: writes what its `exports` name, in a few files instead of one for each module. A thread of the
// server imports some two hundred modules, and Node takes longer to find that many files than to run them.

const THREAD = /new URL\("(\.\/[\w/-]+)\.js", import\.meta\.url\)/;

const folder = process.cwd();
const out = join(folder, "dist/bundle");
/** @type {{ exports: Record<string, string | Record<string, string>> }} */
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));

const entries = Object.values(exports).flatMap((conditions) => {
  const source = typeof conditions === "object" ? conditions["@rivulet/source"] : undefined;
  return source === undefined ? [] : [source];
});

rmSync(out, { recursive: true, force: true });
const bundle = await rolldown({
  input: entries.map((source) => join(folder, source)),
  platform: "node",
  // What is not this package's own is the same copy that everybody else finds.
  external: (id) => !id.startsWith(".") && !isAbsolute(id),
  plugins: [threadPlugin()],
});
await bundle.write({
  dir: out,
  format: "esm",
  sourcemap: true,
  // All in one folder, side by side.
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  keepNames: true,
});
await bundle.close();

/**
 * The module of a thread is an entry too: named as `new URL("./x.js", import.meta.url)`, which is true of the modules one by one, it is
 * found wherever the code that names it has come to lie.
 * @returns {import("rolldown").Plugin}
 */
function threadPlugin() {
  return {
    name: "threads",
    transform(code, id) {
      if (!THREAD.test(code)) return null;
      const named = code.replace(THREAD, (_, path) => {
        const reference = this.emitFile({ type: "chunk", id: join(id, "..", `${path}.ts`) });
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      });
      return { code: named, map: null };
    },
  };
}
