import type { AppStore } from "./app-store.ts";

/** Later than that a browser's timers do not go; it then looks again. */
const LONGEST = 2 ** 31 - 1;

/** Runs fragments again when their time has come (`FragmentProps.every`): only while someone looks at a page that is up to date. */
export class FragmentTimers {
  readonly #store: AppStore;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: AppStore) {
    this.#store = store;
  }

  /** Call after anything that may change which fragments are due: messages, the connection, the page's visibility. */
  readonly update = (): void => {
    clearTimeout(this.#timer);
    const { clock, page, tree, widgets } = this.#store;
    const now = performance.now();
    clock.look(tree, now);
    if (!page.synced || page.link.name !== "open" || document.hidden) return;
    const { ids, wait } = clock.due(now, (id) => widgets.ticking(id));
    for (const id of ids) {
      clock.ticked(id, now);
      widgets.tick(id);
    }
    if (wait < Number.POSITIVE_INFINITY) this.#timer = setTimeout(this.update, Math.min(wait, LONGEST));
  };
}
