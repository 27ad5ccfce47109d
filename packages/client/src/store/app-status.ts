import type { PageState } from "./page-state.ts";

/** What `data-rivulet-state` on the root says: the contract for tests and tools. */
export type AppStatus = "connecting" | "running" | "idle" | "disconnected";

/** `busy`: something was entered that no ended run has answered. `loading`: code of an element is on its way. */
export function appStatus(page: PageState, busy: boolean, loading: boolean): AppStatus {
  if (page.link.name === "waiting" || page.link.name === "closed") return "disconnected";
  if (page.link.name === "connecting" || !page.synced) return "connecting";
  return page.running.length > 0 || busy || loading ? "running" : "idle";
}
