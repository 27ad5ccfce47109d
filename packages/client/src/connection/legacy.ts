import type { WidgetSnapshot } from "../store/widget-store.ts";

/** What a page leaves to the one that takes its place in the tab. */
export interface Legacy {
  readonly token: string | undefined;
  /** Whose token that is, if its server has said so. */
  readonly session: string | undefined;
  readonly widgets: WidgetSnapshot;
}

const LEGACY = "rivulet.legacy";

/** Puts it into the tab's own storage. False if that is blocked or full. */
export function leaveLegacy(legacy: Legacy): boolean {
  try {
    sessionStorage.setItem(LEGACY, JSON.stringify(legacy));
    return true;
  } catch {
    return false;
  }
}

/** What a reload finds that was left for it; once. Whoever opens the page otherwise, also in a copy of the tab, begins a new session. */
export function takeLegacy(): Legacy | undefined {
  try {
    const text = sessionStorage.getItem(LEGACY);
    dropLegacy();
    return text === null || !isReload() ? undefined : (JSON.parse(text) as Legacy);
  } catch {
    return undefined;
  }
}

/** The next page is to begin with nothing. */
export function dropLegacy(): void {
  try {
    sessionStorage.removeItem(LEGACY);
  } catch {
    // Storage is blocked: nothing is there.
  }
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return (navigation as PerformanceNavigationTiming | undefined)?.type === "reload";
}
