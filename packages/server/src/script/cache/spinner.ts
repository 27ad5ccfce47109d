import { iconsIn } from "../elements/icon/icons-in.ts";
import type { Place, ScriptRunContext } from "../script-run-context.ts";
import type { TreeBlock } from "../session-tree.ts";
import type { SpinnerFace } from "./options.ts";

/** Milliseconds of waiting that need no sign. */
const SPINNER_AFTER = 100;

/** Waits for `work`; if that takes long, a wheel turns at this place of the page until it is done or the run is over. */
export async function showWhile<T>(place: Place, face: SpinnerFace, work: Promise<T>): Promise<T> {
  const wheel = wheelAt(place, face);
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    wheel.show(face);
  }, SPINNER_AFTER);
  const done = (): void => {
    clearTimeout(timer);
    if (shown) wheel.hide(face);
  };
  // While the signal aborts, the tree is still the run's own.
  const { signal } = place.ctx;
  signal.addEventListener("abort", done, { once: true });
  try {
    return await work;
  } finally {
    signal.removeEventListener("abort", done);
    if (!signal.aborted) done();
  }
}

/** The wheel of each run that was placed last. */
const wheels = new WeakMap<ScriptRunContext, Wheel>();

/** Calls between which the page writes nothing share a wheel: a page that asks for thousands of values is not to have as many. */
function wheelAt(place: Place, face: SpinnerFace): Wheel {
  const last = wheels.get(place.ctx);
  if (last?.isLastAt(place) === true) return last;
  const wheel = new Wheel(place, face);
  wheels.set(place.ctx, wheel);
  return wheel;
}

/** A place of the page, taken when it was asked for, where nothing is to be seen until somebody has waited for long. */
class Wheel {
  readonly #place: Place;
  readonly #node: TreeBlock;
  readonly #emitted: number;
  /** What those who wait say, the last one last. */
  readonly #faces: SpinnerFace[] = [];

  constructor(place: Place, { text, showTime }: SpinnerFace) {
    const { tree } = place.ctx.session;
    this.#place = place;
    this.#node = tree.claim(place.block, "spinner", { key: undefined, site: "cache", label: "" }) as TreeBlock;
    this.#emitted = tree.emitted;
    tree.update(this.#node, { text, showTime, active: false, icons: iconsIn(text) });
  }

  isLastAt({ ctx, block }: Place): boolean {
    return block === this.#place.block && this.#emitted === ctx.session.tree.emitted;
  }

  show(face: SpinnerFace): void {
    this.#faces.push(face);
    this.#update(face);
  }

  hide(face: SpinnerFace): void {
    this.#faces.splice(this.#faces.lastIndexOf(face), 1);
    this.#update(this.#faces.at(-1) ?? face);
  }

  #update({ text, showTime }: SpinnerFace): void {
    const { tree, output } = this.#place.ctx.session;
    tree.update(this.#node, { text, showTime, active: this.#faces.length > 0, icons: iconsIn(text) });
    output.emitted();
  }
}
