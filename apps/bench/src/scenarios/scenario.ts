import type { Figure } from "../figure.ts";
import type { Target } from "../targets/target.ts";

/** Measures every target in turn, so that all meet the same machine. */
export type Scenario = (targets: readonly Target[], options: { readonly quick: boolean }) => Promise<readonly Figure[]>;
