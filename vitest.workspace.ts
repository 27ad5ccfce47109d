import { defaultServerConditions } from "vite";
import type { TestProjectInlineConfiguration } from "vitest/config";

/** Tests that run from source: `exports` entries named `@rivulet/source` win, so no build is needed. */
const fromSource = { conditions: ["@rivulet/source", ...defaultServerConditions] };
/**
 * Tests look into built packages module by module, so they take these and not the bundle of them that users get: with two copies of one
 * there would be two of everything. What runs in a process of its own (the command line, browser specs, the tarballs) is the bundle.
 */
const MODULES = "@rivulet/modules";
const byModules = { conditions: [MODULES, ...defaultServerConditions], externalConditions: [MODULES] };
/** Built packages are loaded by Node itself, so that a test and the page it runs share one copy of each. */
const fromDist = { deps: { external: [/\/packages\/[^/]+\/dist\//] } };

const projects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    resolve: fromSource,
    ssr: { resolve: fromSource },
    test: { name: "unit", include: ["packages/*/src/**/*.test.{ts,tsx}"] },
  },
  {
    extends: true,
    resolve: byModules,
    ssr: { resolve: byModules },
    test: {
      name: "rules",
      execArgv: [`--conditions=${MODULES}`],
      include: ["packages/*/test/**/*.test.ts", "apps/*/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
      server: fromDist,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    extends: true,
    test: {
      name: "browser",
      include: ["apps/*/**/*.spec.ts", "packages/client/test/**/*.spec.ts"],
      server: fromDist,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    extends: true,
    test: {
      name: "types",
      include: [],
      typecheck: {
        enabled: true,
        only: true,
        include: ["{packages,apps}/*/**/*.test-d.ts"],
        tsconfig: "tsconfig.tests.json",
        // Errors elsewhere are for the type check of `npm run check`.
        ignoreSourceErrors: true,
      },
    },
  },
];

export default projects;
