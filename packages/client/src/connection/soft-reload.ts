import { pageMeta } from "../page-meta.ts";
import { leaveLegacy, type Legacy } from "./legacy.ts";

const LAST = "rivulet.reloaded";
const CHUNKS = "rivulet.chunks";
/** Two reloads within this time mean that reloading does not help. Milliseconds. */
const TOO_SOON = 10_000;

/** Loads the page again for a newer build; its session and what is half-entered stay (WS1). False if that was done a moment ago, to no avail. */
export function softReload(legacy: Legacy): boolean {
  try {
    const last = Number(sessionStorage.getItem(LAST) ?? 0);
    if (Date.now() - last < TOO_SOON) return false;
    sessionStorage.setItem(LAST, String(Date.now()));
  } catch {
    // Storage is blocked or full: nobody would know that this was tried already.
    return false;
  }
  if (!leaveLegacy(legacy)) return false;
  // The server begins no session for this navigation.
  document.cookie = `rivulet-reload=1; path=${pageMeta().base}; max-age=5; samesite=lax`;
  location.reload();
  return true;
}

/** The same for a chunk that is gone, since the server has a newer build: once in a build, so that one that never comes causes no loop. */
export function reloadForChunk(build: string, legacy: Legacy): boolean {
  try {
    if (sessionStorage.getItem(CHUNKS) === build) return false;
    sessionStorage.setItem(CHUNKS, build);
  } catch {
    return false;
  }
  return softReload(legacy);
}
