import type { WidgetRecord } from "./widget-states.ts";

/** A widget's value as the page sees it. Lists are copies: what the page does with one must not change what the session holds. */
export function pageValue({ decode }: Pick<WidgetRecord, "decode">, wire: unknown): unknown {
  return decode ? decode(wire as never) : ownCopy(wire);
}

/** A list of one's own; anything else as it is. */
export function ownCopy<T>(value: T): T {
  return Array.isArray(value) ? (value.slice() as T & unknown[]) : value;
}
