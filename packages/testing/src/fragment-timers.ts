import type { WidgetId } from "@rivulet/protocol";
import type { PageView } from "./page-view.ts";
import type { SentMessages } from "./sent-messages.ts";

/** The longest time that a timer can be set for. Milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Runs a page's fragments again when their time has come, as a browser does that someone looks at. */
export class FragmentTimers {
  readonly #view: PageView;
  readonly #sent: SentMessages;
  readonly #tick: (id: WidgetId) => void;
  /** The number of each fragment's last tick. */
  readonly #ticks = new Map<WidgetId, number>();
  #timer: NodeJS.Timeout | undefined;

  /** `tick` sends one, through `sent`. */
  constructor(view: PageView, sent: SentMessages, tick: (id: WidgetId) => void) {
    this.#view = view;
    this.#sent = sent;
    this.#tick = tick;
  }

  /** Call after messages. */
  readonly update = (): void => {
    this.stop();
    const { clock, tree, synced } = this.#view;
    const now = performance.now();
    clock.look(tree, now);
    if (!synced) return;
    const { ids, wait } = clock.due(now, (id) => !this.#sent.isAnswered(this.#ticks.get(id) ?? 0));
    for (const id of ids) {
      clock.ticked(id, now);
      this.#tick(id);
      this.#ticks.set(id, this.#sent.last);
    }
    if (wait < Number.POSITIVE_INFINITY) this.#timer = setTimeout(this.update, Math.min(wait, LONGEST)).unref();
  };

  /** A new session counts anew. */
  reset(): void {
    this.#ticks.clear();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
