import { clearCallSite } from "../call-site.ts";
import { isControlFlow } from "../control-flow.ts";
import { places, ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { PostponedRequests } from "./postponed-requests.ts";
import type { RunRequest } from "./session-runs.ts";

/** Milliseconds that a page may go on after what a request needs of it is there. */
const PATIENCE = 1000;
/** Milliseconds between two looks whether it is there. */
const LOOK = 50;

/**
 * Runs the page of a session that was at home elsewhere unseen, so that its tree and its closures are here: values as committed,
 * nothing fires, nothing is shown, what it writes to session state is taken back (SR8). It runs to its end, since closures use what
 * the page declares after them; if that takes long after what the `postponed` requests need is there, it is ended.
 */
export async function rehydrate(
  session: ScriptSession,
  run: number,
  postponed: PostponedRequests,
  begun: (ctx: ScriptRunContext) => void,
): Promise<void> {
  const { tree, output, state, query } = session;
  const page = await session.load();
  if (page === undefined) return;
  output.mute();
  const ctx = new ScriptRunContext(session, {
    no: (postponed.all[0] as RunRequest).no,
    run,
    treeRun: tree.beginRun(),
    home: tree.roots.main,
    unseen: true,
  });
  begun(ctx);
  const limit = setInterval(() => {
    if (!postponed.all.some((request) => needsMore(session, ctx, request)) && Date.now() - (ready ??= Date.now()) >= PATIENCE)
      ctx.revoke("superseded");
  }, LOOK);
  let ready: number | undefined;
  clearCallSite();
  try {
    await Promise.race([
      places.run({ ctx, block: ctx.home }, () => {
        session.pages.begin();
        return settled(page, ctx);
      }),
      over(ctx),
    ]);
  } catch (error) {
    // As far as it came: what it shows of the error, the run that follows shows.
    if (!isControlFlow(error) && ctx.end === undefined)
      session.report(error, "The page failed when it was run again unseen, in another worker.");
  }
  clearInterval(limit);
  ctx.bodyEnded();
  ctx.revoke("finished");
  tree.endRun(ctx.treeRun, true);
  state.undo();
  query.undo();
  output.unmute();
}

async function settled(page: () => Promise<void>, ctx: ScriptRunContext): Promise<void> {
  await page();
  await ctx.settled();
}

function over({ signal }: ScriptRunContext): Promise<void> {
  return new Promise((resolve) => {
    const end = () => void setImmediate(resolve);
    // It may have ended before its body first awaited.
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

/** True while a widget or fragment that the request is for has not been reached. */
function needsMore({ widgets, fragments }: ScriptSession, { run }: ScriptRunContext, { updates }: RunRequest): boolean {
  return updates.some(
    ({ fragment, values }) =>
      (fragment !== undefined && fragments.get(fragment) === undefined) || values.some(([id]) => widgets.get(id)?.run !== run),
  );
}
