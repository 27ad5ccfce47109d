import type { WidgetId } from "@rivulet/protocol";
import type { Commit, StoredValue } from "../../thread/messages.ts";
import type { StateImage } from "../../thread/state-image.ts";
import type { StoredValues } from "../lasting/stored-values.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionPlace } from "../session-place.ts";
import type { WidgetStates } from "./widget-states.ts";

/** What changes in a session. */
interface Parts {
  readonly widgets: WidgetStates;
  readonly state: SessionState;
  readonly stored: StoredValues;
  readonly place: SessionPlace;
}

/** What the runs of a session have changed and the host does not know yet. */
export class SessionChanges {
  readonly #widgets: WidgetStates;
  readonly #state: SessionState;
  readonly #stored: StoredValues;
  readonly #place: SessionPlace;
  #values: [WidgetId, StoredValue | null][] = [];
  #entries: [string, StateImage | null][] = [];

  constructor({ widgets, state, stored, place }: Parts) {
    this.#place = place;
    this.#widgets = widgets;
    this.#state = state;
    this.#stored = stored;
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
    const stored = this.#stored.takeCommit();
    if (this.#values.length === 0 && this.#entries.length === 0 && (bound ?? place ?? stored) === undefined) return undefined;
    const commit = { values: this.#values, state: this.#entries, bound, ...(place && { place }), ...(stored && { stored }) };
    this.#values = [];
    this.#entries = [];
    return commit;
  }
}
