import { elements, type WidgetId } from "@rivulet/protocol";
import type { SessionTree } from "../session-tree.ts";

interface Press {
  readonly id: WidgetId;
  readonly raw: unknown;
  readonly seen: number;
}

/**
 * Presses of equal unkeyed widgets while nobody knows how many there will be: only their number tells which of them the
 * user meant. They wait for the end of a run without them, and are then judged by the count (BM1).
 */
export class WithheldPresses {
  /** One a widget, the latest: a run sees a widget fire once, however often it was pressed. */
  readonly #presses = new Map<WidgetId, Press>();
  /** The last run was superseded: what it changed, no user has seen. */
  #unseen = false;

  get size(): number {
    return this.#presses.size;
  }

  /** Takes a press that must wait; false for all that need not. `running`: a run is under way. */
  withhold(tree: SessionTree, running: boolean, press: Press): boolean {
    const node = tree.widget(press.id);
    if (node === undefined || elements[node.type].class !== "trigger" || !tree.hasEquals(node)) return false;
    const mayChange = running ? !tree.isReached(node) : this.#unseen;
    if (mayChange) this.#presses.set(press.id, press);
    return mayChange;
  }

  /** Notes how a run ended; all but a superseded one consume what waits. */
  ended(superseded: boolean): void {
    this.#unseen = superseded;
    if (!superseded) this.#presses.clear();
  }

  /** The presses whose time has come. */
  take(): readonly Press[] {
    const presses = [...this.#presses.values()];
    this.#presses.clear();
    return presses;
  }
}
