import type { ScriptRunContext } from "../script-run-context.ts";
import type { CallFlags } from "./call-flags.ts";
import type { CallContext, NodeRef, WidgetSnapshot } from "./call-messages.ts";

/** What of a run a thread takes along that carries its context. */
export function contextFor(ctx: ScriptRunContext, flags: CallFlags, firstRef: NodeRef): CallContext {
  const { session, no, run } = ctx;
  return {
    session: session.id,
    no,
    run,
    production: session.production,
    interrupt: session.interrupt,
    flags,
    firstRef,
    about: aboutOf(session),
    state: session.state.snapshot(),
    widgets: widgetsOf(ctx),
  };
}

function aboutOf({ facts, visitor, requests, place: { path }, query }: ScriptRunContext["session"]): CallContext["about"] {
  return { facts: facts.all(), visitor, requests, place: { path, query: query.toString() } };
}

function widgetsOf({ session: { widgets } }: ScriptRunContext): ReadonlyMap<string, WidgetSnapshot> {
  const snapshots = new Map<string, WidgetSnapshot>();
  for (const key of widgets.keys()) {
    const record = widgets.byKey(key);
    if (record === undefined) continue;
    const value = record.decode && record.value !== undefined ? record.decode(record.value as never) : record.value;
    snapshots.set(key, { run: record.run, ...copied(value) });
  }
  return snapshots;
}

/** A choice may be anything that the page made, also what cannot be copied. */
function copied(value: unknown): Pick<WidgetSnapshot, "value" | "crosses"> {
  try {
    return { value: structuredClone(value), crosses: true };
  } catch {
    return { value: undefined, crosses: false };
  }
}
