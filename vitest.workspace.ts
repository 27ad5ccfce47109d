import { defaultServerConditions } from "vite";
import type { TestProjectInlineConfiguration } from "vitest/config";

/** Tests that run from source: `exports` entries named `@rivulet/source` win, so no build is needed. */
const fromSource = { conditions: ["@rivulet/source", ...defaultServerConditions] };
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
    test: {
      name: "rules",
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
