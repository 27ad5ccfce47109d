import type { WidgetId } from "@rivulet/protocol";
import type { Commit, StoredValue } from "../../thread/messages.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionPlace } from "../session-place.ts";
import type { WidgetStates } from "./widget-states.ts";

/** What the runs of a session have changed and the host does not know yet. */
export class SessionChanges {
  readonly #widgets: WidgetStates;
  readonly #state: SessionState;
  readonly #place: SessionPlace;
  #values: [WidgetId, StoredValue | null][] = [];
  #entries: [string, Uint8Array | null][] = [];

  constructor(widgets: WidgetStates, state: SessionState, place: SessionPlace) {
    this.#place = place;
    this.#widgets = widgets;
    this.#state = state;
  }

  /** Commits the session state that was touched. Returns what was thrown for a value that cannot be kept. */
  commitState(): unknown {
    try {
      this.#state.commit(this.#entries);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /** All changes since the last call; undefined if there are none. */
  take(): Commit | undefined {
    this.#widgets.commit(this.#values);
    const bound = this.#widgets.takeBound();
    const place = this.#place.take();
    if (this.#values.length === 0 && this.#entries.length === 0 && bound === undefined && place === undefined) return undefined;
    const commit = place
      ? { values: this.#values, state: this.#entries, bound, place }
      : { values: this.#values, state: this.#entries, bound };
    this.#values = [];
    this.#entries = [];
    return commit;
  }
}
