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
    const status = appStatus(this.#store.page, this.#store.widgets.busy, this.#loads.pending);
    if (status === this.#status) return;
    this.#status = status;
    this.#root.dataset.rivuletState = status;
    clearTimeout(this.#timer);
    if (status === "running") this.#timer = setTimeout(() => this.#store.setSlow(true), SLOW_AFTER);
    else this.#store.setSlow(false);
  };
}
