import type { WidgetId } from "@rivulet/protocol";
import { fragmentHash } from "../../thread/interrupt.ts";
import type { FormRecord } from "../forms/form-record.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import type { TreeBlock, TreeRun } from "../session-tree.ts";

/** What waits in a longer run for a fragment's body: a run of the fragment alone takes over what it waits for. */
export interface FragmentPart {
  readonly ctx: ScriptRunContext;
  /** True once a run of the fragment alone has taken over. */
  taken: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A function of the page that can run again on its own, as its last call has left it: what it closes over, and where it writes. */
export class Fragment {
  readonly id: WidgetId;
  /** What a run that computes knows it by, to hear that it was used again. */
  readonly hash: number;
  readonly key: string | undefined;
  /** The fragment around it. */
  readonly parent: Fragment | undefined;
  /** Whether it was called in a page of `st.navigation`, not in the frame around it. */
  readonly inPage: boolean;
  block: TreeBlock;
  /** Runs the body with the arguments of the last call. */
  body: () => unknown;
  /** The run in which it was called last: its containers are what the body may write to. */
  calledBy: ScriptRunContext;
  /** While the run that called it waits for its body. */
  part: FragmentPart | undefined = undefined;
  /** The form whose body it is: it runs alone for drafts only. */
  form: FormRecord | undefined = undefined;
  /** Where it writes in containers that are not its own: for each a block in it. */
  readonly regions = new Map<TreeBlock, TreeBlock>();

  constructor(id: WidgetId, key: string | undefined, call: FragmentCall) {
    this.id = id;
    this.hash = fragmentHash(id);
    this.key = key;
    this.parent = call.calledBy.fragment;
    this.inPage = call.calledBy.inPage;
    this.block = call.block;
    this.body = call.body;
    this.calledBy = call.calledBy;
  }

  /** A run of the fragment alone begins: it takes over what a longer run waits for. */
  takePart(): void {
    if (this.part === undefined) return;
    this.part.taken = true;
    this.part.ctx.revoke("superseded");
  }

  /** Lets a longer run go on that waits for the body: nothing will come of it any more. */
  dropPart(): void {
    this.part?.resolve(undefined);
    this.part = undefined;
  }

  /** True if this is `outer` or stands in it; everything stands in the page (undefined). */
  isWithin(outer: Fragment | undefined): boolean {
    return outer === undefined || this === outer || this.parent?.isWithin(outer) === true;
  }

  /** The block that stands for it in another's `block`, in which `ctx` writes. */
  regionIn(block: TreeBlock, ctx: ScriptRunContext): TreeBlock {
    const known = this.regions.get(block);
    return known !== undefined && known.standing !== "gone" ? known : this.#enter(block, ctx);
  }

  /** A run of this fragment alone begins: what it does not write again in containers around it goes with its end. */
  begin(ctx: ScriptRunContext): void {
    for (const [block, region] of this.regions) {
      if (region.standing === "gone") this.regions.delete(block);
      else if (region === this.block) continue;
      else this.#enter(block, ctx);
    }
  }

  #enter(block: TreeBlock, ctx: ScriptRunContext): TreeBlock {
    const { tree } = ctx.session;
    const type = block.type === "empty" ? "empty" : "fragment";
    const identity = { key: undefined, site: `fragment ${this.id}`, label: "" };
    const region = tree.region(block, type, identity, ctx.treeRun, (run) => isPartOf(this.calledBy, run));
    tree.update(region, type === "empty" ? {} : { id: this.id });
    this.regions.set(block, region);
    return region;
  }
}

/** True if `run` is under way and what `ctx` is for was called in it. */
function isPartOf(ctx: ScriptRunContext, run: TreeRun): boolean {
  if (ctx.end !== undefined) return false;
  return ctx.treeRun === run || (ctx.outer !== undefined && isPartOf(ctx.outer, run));
}

/** A call of a fragment's function. */
export interface FragmentCall {
  readonly block: TreeBlock;
  readonly body: () => unknown;
  readonly calledBy: ScriptRunContext;
}

/** True if `inner` stands in `outer`; undefined is the page. */
export function isWithin(inner: Fragment | undefined, outer: Fragment | undefined): boolean {
  return outer === undefined || inner?.isWithin(outer) === true;
}
