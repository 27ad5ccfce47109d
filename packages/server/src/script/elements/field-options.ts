import type { WidgetType } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { checkFlag } from "./option-checks.ts";

/** What a widget is told as a field of a form. */
export interface FieldOptions {
  readonly required?: boolean | undefined;
  readonly live?: boolean | number | undefined;
}

/** What is typed waits for a pause. */
const TYPED: ReadonlySet<WidgetType> = new Set<WidgetType>(["textInput", "textArea", "numberInput"]);
const TYPED_MS = 250;

/** Checks them; gives the props that they are in a form, undefined if none. */
export function fieldProps(call: string, type: WidgetType, { required, live }: FieldOptions) {
  checkFlag(call, "required", required);
  const after = live === undefined ? undefined : liveDelay(call, type, live);
  return required !== true && after === undefined ? undefined : { required: required || undefined, live: after };
}

/** Milliseconds that a live field waits for the next change; undefined if it is none. */
export function liveDelay(call: string, type: WidgetType, live: unknown): number | undefined {
  if (typeof live === "boolean") return live ? (TYPED.has(type) ? TYPED_MS : 0) : undefined;
  if (typeof live !== "number" || !(live >= 0 && live <= 60_000))
    throw badOption(call, "live", "true, false or milliseconds from 0 to 60,000", live);
  return live;
}
