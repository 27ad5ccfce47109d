import type { WidgetId } from "@rivulet/protocol";
import { isWithin, type Fragment } from "../fragments/fragment.ts";
import { isPromiseLike } from "../promise-like.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import type { TreeBlock } from "../session-tree.ts";
import { Answer } from "./answer.ts";

/** One opening of a dialog: from a call of its function until it closes, or a later run calls or replaces it. */
export class OpenDialog {
  readonly block: TreeBlock;
  /** Where its function was called. */
  readonly opener: ScriptRunContext;
  /** True if the page runs when the user has dismissed it. */
  readonly reruns: boolean;
  readonly answer = new Answer(() => this.#awaited());
  readonly #body: () => unknown;
  #fragment: Fragment | undefined;
  #closed = false;

  constructor(block: TreeBlock, opener: ScriptRunContext, reruns: boolean, body: () => unknown) {
    this.block = block;
    this.opener = opener;
    this.reruns = reruns;
    this.#body = body;
  }

  get id(): WidgetId {
    return this.block.widget as WidgetId;
  }

  get fragment(): Fragment {
    return this.#fragment as Fragment;
  }

  set fragment(fragment: Fragment) {
    this.#fragment = fragment;
  }

  /** True if the code of this context stands in the dialog. */
  holds(ctx: ScriptRunContext): boolean {
    return !this.#closed && ctx.fragment?.isWithin(this.fragment) === true;
  }

  /** Runs the body. What it throws after it has closed the dialog is its own way out. */
  run(): unknown {
    const over = (error: unknown) => {
      if (!this.#closed) throw error;
    };
    try {
      const result = this.#body();
      return isPromiseLike(result) ? result.then(undefined, over) : result;
    } catch (error) {
      return over(error);
    }
  }

  /** Closes it with an answer, which a run that was left behind does not get. `closer` is the code that asks for it, if the dialog's own. */
  close(value: unknown, closer?: ScriptRunContext): void {
    this.shut(closer);
    if (this.opener.end === undefined) this.answer.resolve(value);
  }

  /** Takes it off the page, without an answer, and ends what runs in it beside `closer`. */
  shut(closer?: ScriptRunContext): void {
    this.#end(closer);
    const { tree, output } = this.opener.session;
    tree.clear(this.block.parent as TreeBlock);
    // Whatever the page does next may take its time.
    output.flush();
  }

  /** Hides it until its place is cleared: another one has opened. */
  hide(): void {
    this.#end();
    const { tree } = this.opener.session;
    tree.clear(this.block);
    tree.update(this.block, { ...this.block.props, value: false });
  }

  #end(closer?: ScriptRunContext): void {
    this.#closed = true;
    const { opener, fragment } = this;
    const { session } = opener;
    if (session.dialog === this) session.dialog = undefined;
    for (const part of opener.all()) if (part.fragment === fragment) part.revoke("finished");
    session.runs.endIn(fragment, closer?.root);
    session.fragments.forget(fragment);
    session.widgets.forget((record) => isWithin(record.fragment, fragment));
  }

  /** A browser that knows that the page waits for its user need not say that it is busy. */
  #awaited(): void {
    const { opener, block } = this;
    if (this.#closed || opener.end !== undefined || block.props["awaited"] === true) return;
    opener.session.tree.update(block, { ...block.props, awaited: true });
    opener.session.output.emitted();
  }
}
