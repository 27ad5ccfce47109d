import { iconsIn } from "../elements/icon/icons-in.ts";
import type { Place } from "../script-run-context.ts";
import type { TreeBlock } from "../session-tree.ts";

/** Milliseconds of waiting that need no sign. */
const SPINNER_AFTER = 100;

/** Waits for `work`; if that takes long, a wheel turns at this place of the page until it is done or the run is over. */
export async function showWhile<T>({ ctx, block }: Place, text: string, work: Promise<T>): Promise<T> {
  const { tree, output } = ctx.session;
  // Its place is taken now, and nothing is to be seen of it: the page may write on before the wheel is due.
  const node = tree.claim(block, "spinner", { key: undefined, site: "cache", label: text }) as TreeBlock;
  const icons = iconsIn(text);
  const turn = (active: boolean): void => tree.update(node, { text, active, icons });
  turn(false);
  const timer = setTimeout(() => {
    turn(true);
    output.emitted();
  }, SPINNER_AFTER);
  // While the signal aborts, the tree is still the run's own.
  const done = (): void => {
    clearTimeout(timer);
    turn(false);
    output.emitted();
  };
  const { signal } = ctx;
  signal.addEventListener("abort", done, { once: true });
  try {
    return await work;
  } finally {
    signal.removeEventListener("abort", done);
    if (!signal.aborted) done();
  }
}
