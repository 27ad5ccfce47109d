import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { jsonText } from "./json-text.ts";
import { checkShared } from "./option-checks.ts";

export interface JsonOptions {
  /** True: all open; false: all closed; a number: open down to that depth. Default true. */
  readonly expanded?: boolean | number | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/**
 * Shows a value as a tree that opens and closes. A string is taken as JSON; maps, sets, dates, bigints and cycles are shown too.
 * @throws BadOptionError for a string that is no JSON.
 * @example
 * st.json({ name: "Ada", born: 1815 }, { expanded: 1 });
 */
export function json(this: Container, body: unknown, options: JsonOptions = {}): ElementHandle {
  const call = "st.json";
  checkShared(call, options);
  const { expanded, width } = options;
  if (expanded !== undefined && typeof expanded !== "boolean" && !(Number.isInteger(expanded) && expanded >= 0)) {
    throw badOption(call, "expanded", "true, false or a depth from 0 on", expanded);
  }
  return this.emit(call, "json", { body: typeof body === "string" ? checkedJson(call, body) : jsonText(body), expanded, width });
}

function checkedJson(call: string, body: string): string {
  try {
    JSON.parse(body);
  } catch {
    throw badOption(call, "body", "JSON when it is a string (to show a text use st.write or st.text)", body);
  }
  return body;
}
