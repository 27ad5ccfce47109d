import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RivuletError } from "../errors.ts";
import { MANIFEST_FILE, type BuildManifest } from "../thread/build-manifest.ts";
import { displayPath } from "../thread/display-path.ts";
import type { PageSource } from "./page-source.ts";

export interface BuiltPagesOptions {
  /** Path of a manifest, or the folder that it is in. */
  readonly manifest: string;
  readonly runtime: string;
  /** Version of the running rivulet. */
  readonly version: string;
}

/** Pages that were built, with the settings that go with them. */
export interface BuiltPages extends PageSource {
  readonly config: Readonly<Record<string, unknown>>;
}

/** Opens what `buildPages` wrote. */
export function openBuiltPages({ manifest, runtime, version }: BuiltPagesOptions): BuiltPages {
  const path = manifest.endsWith(MANIFEST_FILE) ? manifest : join(manifest, MANIFEST_FILE);
  const { rivulet, pages, navigates = false, config } = readManifest(path);
  if (rivulet !== version) throw notABuild(path, `it was made by rivulet ${rivulet}, this is ${version}`);
  const ids = Object.keys(pages);
  return {
    kind: "built",
    config,
    root: dirname(path),
    pages: () => ids,
    navigates: () => navigates,
    worker: () => ({ loader: { kind: "built", manifest: path, runtime }, transfer: [], dispose: () => {} }),
    close: async () => {},
  };
}

function readManifest(path: string): BuildManifest {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw notABuild(path, `there is no ${MANIFEST_FILE} in it`);
  }
  try {
    const { rivulet, pages, navigates, config = {} } = JSON.parse(text) as Partial<BuildManifest>;
    if (typeof rivulet === "string" && typeof pages === "object" && pages !== null) return { rivulet, pages, navigates, config };
  } catch {
    // Not JSON: said below, as is a wrong shape.
  }
  throw notABuild(path, `its ${MANIFEST_FILE} is damaged`);
}

function notABuild(path: string, problem: string): RivuletError {
  return new RivuletError("RIVULET_NOT_A_BUILD", { folder: displayPath(dirname(path)), problem });
}
