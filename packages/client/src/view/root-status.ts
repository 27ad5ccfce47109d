import type { Run } from "@rivulet/protocol";
import { appStatus, type AppStatus } from "../store/app-status.ts";
import type { AppStore } from "../store/app-store.ts";
import type { Loads } from "../store/loads.ts";

/** From then on a run counts as slow, and the page says that it is running. Milliseconds. */
const SLOW_AFTER = 400;

/**
 * Keeps `data-rivulet-state` on the root element. Written directly, not by React: it must leave idle in the very event that
 * sent something, and return once the run's last frame is in the DOM.
 */
export class RootStatus {
  readonly #root: HTMLElement;
  readonly #store: AppStore;
  readonly #loads: Loads;
  #status: AppStatus | undefined;
  #awaited: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, store: AppStore, loads: Loads) {
    this.#root = root;
    this.#store = store;
    this.#loads = loads;
    loads.subscribe(this.update);
    this.update();
  }

  /** Call after anything that may change the status. */
  readonly update = (): void => {
    const { page, widgets } = this.#store;
    const status = appStatus(page, widgets.busy, this.#loads.pending);
    // One fragment's short run after another's is not a long one.
    const awaited = status === "running" && !widgets.busy && page.running.every(isFragments) ? page.running[0]?.no : undefined;
    if (status === this.#status && awaited === this.#awaited) return;
    if (status !== this.#status) this.#root.dataset.rivuletState = status;
    this.#status = status;
    this.#awaited = awaited;
    clearTimeout(this.#timer);
    this.#store.setSlow(false);
    if (status === "running") this.#timer = setTimeout(() => this.#store.setSlow(true), SLOW_AFTER);
  };
}

function isFragments(run: Run): boolean {
  return run.fragment !== undefined;
}
