import type { CallSite } from "../call-site.ts";
import { claim } from "../claim.ts";
import { isControlFlow } from "../control-flow.ts";
import { isPromiseLike } from "../promise-like.ts";
import { currentPlace, places, type ScriptRunContext } from "../script-run-context.ts";
import { identityOf, type TreeBlock } from "../session-tree.ts";
import type { Fragment, FragmentPart } from "./fragment.ts";
import { ShownError } from "./shown-error.ts";

/** A call of a function that `st.fragment` has made. */
export interface FragmentUse {
  readonly site: CallSite | undefined;
  readonly key: string | undefined;
  readonly every: number | undefined;
  readonly parallel: boolean;
  /** The function's, for messages. */
  readonly name: string;
  readonly body: () => unknown;
}

/** Runs a fragment's body as a part of the run that calls it, and notes it for runs of its own. */
export function callFragment({ site, key, every, parallel, name, body }: FragmentUse): unknown {
  const call = `${name}()`;
  const { ctx, block: around } = currentPlace(call);
  ctx.check(call);
  const { session } = ctx;
  session.output.tick();
  const block = claim(ctx, around, "fragment", { call, site, label: "", key }) as TreeBlock;
  const id = identityOf(block);
  session.tree.update(block, { id, every });
  session.output.emitted();
  const fragment = session.fragments.called(id, key, { block, body, calledBy: ctx });
  session.runs.takeOver(fragment);
  const run = () => runPart(fragment, body);
  if (!parallel) return run();
  void ctx.track(Promise.resolve().then(run));
  return undefined;
}

/**
 * Runs a fragment's body as a part of the run that has called it. An error in it is shown in its own place (G3); whoever called it ends
 * without showing it again.
 */
export function runPart(fragment: Fragment, body: () => unknown, drafting?: true): unknown {
  const part = fragment.calledBy.part(fragment, drafting);
  try {
    const result = places.run({ ctx: part, block: fragment.block }, body);
    // The caller's, since a run of the fragment alone that takes over the part is waited for.
    if (isPromiseLike(result)) return (part.parent ?? part).track(untilOver(part, fragment, result));
    part.bodyEnded();
    return result;
  } catch (error) {
    throw shown(part, error);
  }
}

/** Settles with the body, or with the run of the fragment alone that has taken its place meanwhile. */
function untilOver(part: ScriptRunContext, fragment: Fragment, work: PromiseLike<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const waiting: FragmentPart = { ctx: part, taken: false, resolve, reject };
    fragment.part = waiting;
    const settle = (end: () => void) => {
      part.bodyEnded();
      if (waiting.taken) return;
      if (fragment.part === waiting) fragment.part = undefined;
      end();
    };
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(shown(part, error))),
    );
  });
}

function shown(part: ScriptRunContext, error: unknown): unknown {
  if (isControlFlow(error) || error instanceof ShownError || part.end !== undefined) return error;
  part.session.runs.showError(part, error);
  return new ShownError();
}
