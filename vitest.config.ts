import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import projects from "./vitest.workspace.ts";

export default defineConfig({
  // Tests wait more than they compute: one file a core, also where vitest would leave one core for itself.
  // A wait is as long as it must be on a machine that does other things too: only its test's limit may end it.
  test: {
    projects,
    maxWorkers: availableParallelism(),
    expect: { poll: { timeout: 20_000 } },
    exclude: ["**/node_modules/**", "**/dist/**", "**/templates/**"],
  },
});
