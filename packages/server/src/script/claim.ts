import { show, type ElementType } from "@rivulet/protocol";
import { RivuletError } from "../errors.ts";
import type { CallSite } from "./call-site.ts";
import { isWithin } from "./fragments/fragment.ts";
import type { ScriptRunContext } from "./script-run-context.ts";
import type { Identity, TreeBlock, TreeNode } from "./session-tree.ts";

/** What names a widget or block, and its call. */
export interface NamedCall {
  /** How messages name the call: "st.slider". */
  readonly call: string;
  readonly site: CallSite | undefined;
  readonly label: string;
  readonly key?: string | undefined;
}

/** Puts a widget or block with its identity at a block's cursor; its props must follow. */
export function claim(ctx: ScriptRunContext, block: TreeBlock, type: ElementType, call: NamedCall): TreeNode {
  if (call.key !== undefined) claimKey(ctx, call.key, call);
  if (call.site !== undefined) ctx.session.devAdvice?.note(call.site);
  const identity: Identity = { key: call.key, site: call.site?.id ?? "", label: call.label };
  return ctx.session.tree.claim(block, type, identity);
}

function claimKey(ctx: ScriptRunContext, key: string, { call, site }: NamedCall): void {
  if (typeof key !== "string" || key === "" || key.length > 200) {
    throw new RivuletError("RIVULET_BAD_OPTION", { call, option: "key", expected: "a string of 1 to 200 characters", value: show(key) });
  }
  const here = site === undefined ? call : `${call} at ${site.file}:${site.line}`;
  const first = ctx.keys.get(key) ?? elsewhere(ctx, key);
  if (first !== undefined) throw new RivuletError("RIVULET_DUPLICATE_KEY", { key: show(key), first, second: here });
  ctx.keys.set(key, here);
}

/** A fragment that runs alone must not use a key that the rest of the page has. */
function elsewhere({ session, root: { fragment } }: ScriptRunContext, key: string): string | undefined {
  if (fragment === undefined) return undefined;
  const record = session.widgets.byKey(key);
  const widget = record !== undefined && session.tree.widget(record.id) !== undefined && !isWithin(record.fragment, fragment);
  const other = session.fragments.byKey(key);
  const form = session.forms.byKey(key);
  const outside =
    widget || (other !== undefined && !other.isWithin(fragment)) || (form !== undefined && !isWithin(form.fragment, fragment));
  return outside ? "outside of the fragment" : undefined;
}
