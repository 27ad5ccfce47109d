import { buildPages } from "@rivulet/server/compile";
import { RUNTIME, VERSION } from "./installation.ts";
import { loadConfig } from "./load-config.ts";
import { exitCodeOf, report } from "./report.ts";

// The process in which `rivulet start <file>` compiles: arguments are the entry and the folder to write.
const [entry = "", outDir = ""] = process.argv.slice(2);
try {
  await buildPages({ entry, outDir, runtime: RUNTIME, version: VERSION, config: { ...(await loadConfig(entry)) }, place: "here" });
  // At once: the compiler's threads take as long to end as a page takes to be compiled.
  process.exit();
} catch (error) {
  report(error);
  process.exitCode = exitCodeOf(error);
}
