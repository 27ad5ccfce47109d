import { elements, type WidgetId } from "@rivulet/protocol";
import type { SessionTree } from "../session-tree.ts";

/** A value that a browser sent for a widget, with the last frame that its user had seen. */
export interface Press {
  readonly id: WidgetId;
  readonly raw: unknown;
  readonly seen: number;
  /** The request that brought it. */
  readonly no: number;
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

  /** True if a press of such a widget waits. */
  some(isMeant: (id: WidgetId) => boolean): boolean {
    return this.#presses.size > 0 && [...this.#presses.keys()].some(isMeant);
  }

  /** The widgets whose presses request `no` brought, and that wait. */
  of(no: number): readonly WidgetId[] {
    return [...this.#presses.values()].filter((press) => press.no === no).map(({ id }) => id);
  }

  /** Takes a press that must wait; false for all that need not. `running`: a run is under way. */
  withhold(tree: SessionTree, running: boolean, press: Press): boolean {
    const node = tree.widget(press.id);
    if (node === undefined || elements[node.type].class !== "trigger" || !tree.hasEquals(node)) return false;
    const mayChange = running ? !tree.isReached(node) : this.#unseen;
    if (mayChange) this.#presses.set(press.id, press);
    return mayChange;
  }

  /** Notes how a run of the `whole` page or of a fragment ended; all but a superseded one consume what waits there. */
  ended(superseded: boolean, isMeant: (id: WidgetId) => boolean, whole: boolean): void {
    if (superseded || whole) this.#unseen = superseded;
    if (!superseded) this.take(isMeant);
  }

  /** The presses whose time has come. */
  take(isMeant: (id: WidgetId) => boolean): readonly Press[] {
    if (this.#presses.size === 0) return [];
    const presses = [...this.#presses.values()].filter(({ id }) => isMeant(id));
    for (const { id } of presses) this.#presses.delete(id);
    return presses;
  }
}
