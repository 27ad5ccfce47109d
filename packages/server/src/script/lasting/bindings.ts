import { isDeepStrictEqual } from "node:util";
import type { ScriptSession } from "../script-session.ts";
import type { WidgetRecord } from "../state/widget-states.ts";
import { fromParam, toParam } from "./param-codec.ts";
import type { StorageKind } from "./lasting-options.ts";

/** What a place outside of the session has for a widget: a value that still has to be parsed, or nothing any more. */
export type Outside = { readonly raw: unknown } | "gone";

/** The value that waits outside for a bound widget, if it is to count: nobody has chosen one here, or the outside has changed since. */
export function outsideValue({ stored, query }: ScriptSession, record: WidgetRecord, props: object): Outside | undefined {
  const { lasting, key, type, chosen } = record;
  if (lasting?.bind === undefined || key === undefined || type === undefined) return undefined;
  if (lasting.bind !== "query-params") return chosen ? undefined : parsed(stored.get(nameOf(lasting.bind, key)));
  const moved = query.takeMoved(key);
  if (chosen && !moved) return undefined;
  const texts = query.getAll(key);
  if (texts.length === 0) return moved ? "gone" : undefined;
  const raw = fromParam(type, texts, props);
  return raw === undefined ? (moved ? "gone" : undefined) : { raw };
}

/** Keeps a widget's value in the place that it is bound to. A value that cannot be kept there is only the session's. */
export function keepOutside(session: ScriptSession, record: WidgetRecord): void {
  const { lasting, key, type, chosen, value } = record;
  if (lasting?.bind === undefined || key === undefined || type === undefined) return;
  const kept = chosen && !isDeepStrictEqual(value, lasting.initial);
  if (lasting.bind === "query-params") {
    if (!session.query.bind(key, kept ? toParam(type, value) : undefined)) session.tooLong(lasting.bind, key);
    return;
  }
  // What is kept there and not possible now may be again: its options may only be late.
  if (!chosen) return;
  const name = nameOf(lasting.bind, key);
  if (!session.stored.set(name, kept ? JSON.stringify(value) : undefined)) session.tooLong(lasting.bind, key);
}

/** Forgets what is kept of a widget that the page has reset. */
export function forgetOutside(session: ScriptSession, { lasting, key }: WidgetRecord): void {
  if (lasting?.bind === undefined || key === undefined) return;
  if (lasting.bind === "query-params") session.query.bind(key, undefined);
  else session.stored.set(nameOf(lasting.bind, key), undefined);
}

/** A bound widget is gone: its parameter goes too; what the browser keeps stays for when it comes back. */
export function forgetOnPage({ query }: ScriptSession, { lasting, key }: WidgetRecord): void {
  if (lasting?.bind === "query-params" && key !== undefined) query.unbind(key);
}

function nameOf(kind: StorageKind, key: string): string {
  return `${kind}:${key}`;
}

/** What a browser keeps may be anything. */
function parsed(text: string | undefined): Outside | undefined {
  if (text === undefined) return undefined;
  try {
    return { raw: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
