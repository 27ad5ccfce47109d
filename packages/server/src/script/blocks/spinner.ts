import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { iconsIn } from "../elements/icon/icons-in.ts";
import { checkFlag, checkShared, checkText } from "../elements/option-checks.ts";
import { isPromiseLike } from "../promise-like.ts";
import type { TreeBlock } from "../session-tree.ts";

export interface SpinnerOptions {
  /** Shows the seconds that have passed. Default false. */
  readonly showTime?: boolean | undefined;
  /** Pixels, "stretch" or "content" (default). */
  readonly width?: Width | undefined;
}

/** Milliseconds of a body after which the next run shows its spinner at once, even if it only computes. */
const SLOW_MS = 50;

/** Spinners whose body was slow the last time. Fast ones are not worth a frame of their own. */
const slow = new WeakSet<TreeBlock>();

/**
 * Shows a text with a turning wheel while `body` runs, and returns what it returns: await it if the body is async. The wheel goes when
 * the body has settled, also when it throws; what the body wrote stays.
 * @throws what the body throws; BadOptionError for options that make no sense.
 * @example
 * const rows = await st.spinner("Loading", () => load());
 */
export function spinner<T>(this: Container, text: string, body: (container: Container) => T, options: SpinnerOptions = {}): T {
  const site = takeCallSite("spinner", text, body, options);
  const call = "st.spinner";
  checkText(call, "text", text);
  if (typeof body !== "function") throw badOption(call, "body", 'a function to run meanwhile: st.spinner("Loading", () => load())', body);
  checkShared(call, options);
  const { showTime, width } = options;
  checkFlag(call, "showTime", showTime);
  const icons = iconsIn(text);
  const place = this.block("spinner", { text, showTime, width, active: true, icons }, { call, site, label: text });
  const { ctx, block } = place;
  const { tree, output } = ctx.session;
  if (slow.has(block)) output.flush();
  const started = Date.now();
  const done = () => {
    if (Date.now() - started >= SLOW_MS) slow.add(block);
    else slow.delete(block);
    tree.update(block, { text, showTime, width, active: false, icons });
    output.emitted();
  };
  return new Container(place).with((container) => {
    let result: T;
    try {
      result = body(container);
    } catch (error) {
      done();
      throw error;
    }
    if (isPromiseLike(result)) return until(result, ctx.signal, done) as T;
    done();
    return result;
  });
}

/** Calls `done` when the work has settled or, while the tree is still the run's own, the run is over. */
async function until<T>(work: PromiseLike<T>, signal: AbortSignal, done: () => void): Promise<T> {
  signal.addEventListener("abort", done, { once: true });
  try {
    return await work;
  } finally {
    signal.removeEventListener("abort", done);
    if (!signal.aborted) done();
  }
}
