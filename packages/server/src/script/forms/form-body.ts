import type { PropsOf } from "@rivulet/protocol";
import { runPart } from "../fragments/call-fragment.ts";
import type { Fragment } from "../fragments/fragment.ts";
import { isPromiseLike } from "../promise-like.ts";
import type { Place } from "../script-run-context.ts";
import { identityOf, type TreeBlock } from "../session-tree.ts";
import type { FormRecord } from "./form-record.ts";

/**
 * Runs the body of a form as a part of the run that calls it: with what was submitted last, which is what it returns, and if something
 * is staged that is live, once more to show that. Drafts that come later run the body alone.
 */
export function callFormBody<T>({ ctx, block: form }: Place, record: FormRecord, body: () => T): T {
  const { session } = ctx;
  const { tree, output } = session;
  const block = tree.claim(form, "fragment", { key: undefined, site: `body ${++record.bodies}`, label: "" }) as TreeBlock;
  const id = identityOf(block);
  tree.update(block, { id, form: true } satisfies PropsOf<"fragment">);
  output.emitted();
  const fragment = session.fragments.called(id, undefined, { block, body, calledBy: ctx });
  fragment.form = record;
  // What the body writes into its form stands where the body stands.
  fragment.regions.set(form, block);
  session.runs.takeOver(fragment);
  const shown = record.drafts;
  const result = runPart(fragment, body) as T;
  if (isPromiseLike(result)) return ctx.track(then(result, () => showDraft(fragment, record, body, shown))) as T;
  const drafting = showDraft(fragment, record, body, shown);
  return isPromiseLike(drafting) ? (ctx.track(then(drafting, () => undefined).then(() => result)) as T) : result;
}

async function then<T>(work: PromiseLike<T>, next: () => unknown): Promise<T> {
  const result = await work;
  await next();
  return result;
}

/** Runs the body with the draft until no newer one has come meanwhile; nothing to do if there is none. */
function showDraft(fragment: Fragment, record: FormRecord, body: () => unknown, shown: number): unknown {
  // One that was taken back while the body ran has to go from the page, too.
  if (record.drafted.size === 0 && record.drafts === shown) return undefined;
  const { drafts } = record;
  fragment.calledBy.session.tree.clear(fragment.block);
  const result = runPart(fragment, body, true);
  if (!isPromiseLike(result)) return undefined;
  return then(result, () => (record.drafts === drafts ? undefined : showDraft(fragment, record, body, -1)));
}

/** True if what stands in `fragment` stands in a body of this form: its live fields can run that. */
export function bodyAround(fragment: Fragment | undefined, form: FormRecord | undefined): Fragment | undefined {
  for (let at = fragment; at !== undefined; at = at.parent) if (at.form !== undefined && at.form === form) return at;
  return undefined;
}
