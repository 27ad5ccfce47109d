import type { WireUpdate } from "../../thread/messages.ts";
import type { Fragment } from "../fragments/fragment.ts";
import type { ScriptSession } from "../script-session.ts";

/** What must run for these updates: the page, or fragments alone. A fragment that is gone with its widgets asks for nothing, nor does its timer (G5). */
export function scopeOf(session: ScriptSession, updates: readonly WireUpdate[]): "page" | ReadonlySet<Fragment> {
  const scope = new Set<Fragment>();
  if (updates.length === 0) return "page";
  for (const { fragment: id, values, draft } of updates) {
    const fragment = id === undefined ? undefined : session.fragments.get(id);
    if (draft) {
      // While a run of the page waits for the body, it shows drafts itself.
      if (fragment?.form !== undefined && fragment.part === undefined) scope.add(fragment);
      continue;
    }
    if (id === undefined) return "page";
    // What was entered in a dialog that has closed meanwhile is for nobody.
    if (fragment === undefined && !values.some(([widget]) => session.widgets.get(widget) !== undefined)) continue;
    // A browser may say what it likes: values from elsewhere are the page's, and so is what is submitted in a form's body.
    if (
      fragment === undefined ||
      fragment.form !== undefined ||
      !values.every(([widget]) => session.widgets.get(widget)?.fragment?.isWithin(fragment))
    )
      return "page";
    scope.add(fragment);
  }
  return scope;
}
