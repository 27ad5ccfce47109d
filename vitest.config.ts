import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import projects from "./vitest.workspace.ts";

export default defineConfig({
  // Tests wait more than they compute: one file a core, also where vitest would leave one core for itself.
  test: { projects, maxWorkers: availableParallelism(), exclude: ["**/node_modules/**", "**/dist/**", "**/templates/**"] },
});
