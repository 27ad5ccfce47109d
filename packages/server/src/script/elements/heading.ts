import type { TextAlignment, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkShared, checkText } from "./option-checks.ts";

export interface TitleOptions {
  /** What links to this heading end with, `#anchor`; false: none. Default: made from the text. */
  readonly anchor?: string | false | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** One emoji or `:material/name:`, shown before the text. */
  readonly icon?: string | undefined;
  /** Default "stretch". */
  readonly width?: Width | undefined;
  readonly textAlignment?: TextAlignment | undefined;
  /** False: one line, cut with an ellipsis. Default true. */
  readonly wrap?: boolean | undefined;
}

export type DividerColor = "blue" | "green" | "orange" | "red" | "violet" | "yellow" | "gray" | "rainbow";

export interface HeadingOptions extends TitleOptions {
  /** A coloured line below; true takes the next colour at each heading. Default false. */
  readonly divider?: boolean | DividerColor | undefined;
}

const CYCLE = ["blue", "green", "orange", "red", "violet", "yellow"] as const;
const COLORS: readonly unknown[] = [...CYCLE, "gray", "rainbow", true, false];

/** How many headings of a run took the next colour. */
const cycled = new WeakMap<ScriptRunContext, number>();

/**
 * Shows the page's title, a heading of the first level. The text is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.title("Harbour board");
 */
export function title(this: Container, body: string, options: TitleOptions = {}): ElementHandle {
  return heading(this, "st.title", 1, body, options);
}

/**
 * Shows a heading of the second level. The text is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.header("Arrivals", { divider: "blue" });
 */
export function header(this: Container, body: string, options: HeadingOptions = {}): ElementHandle {
  return heading(this, "st.header", 2, body, options);
}

/**
 * Shows a heading of the third level. The text is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.subheader("Today", { icon: ":material/today:" });
 */
export function subheader(this: Container, body: string, options: HeadingOptions = {}): ElementHandle {
  return heading(this, "st.subheader", 3, body, options);
}

// oxlint-disable-next-line max-params -- three calls that differ in their first two arguments
function heading(into: Container, call: string, level: 1 | 2 | 3, body: string, options: HeadingOptions): ElementHandle {
  checkText(call, "body", body);
  checkShared(call, options);
  const { anchor, help, icon, divider, width, textAlignment, wrap } = options;
  if (anchor !== undefined && anchor !== false && (typeof anchor !== "string" || !/^[^\s#]+$/.test(anchor))) {
    throw badOption(call, "anchor", "a name without spaces and #, or false", anchor);
  }
  checkIcon(call, icon);
  checkChoice(call, "divider", divider, COLORS);
  const line = divider === true ? nextColor(into.at(call).ctx) : divider || undefined;
  return into.emit(call, "heading", {
    body,
    level,
    anchor,
    help,
    icon,
    divider: line,
    width,
    textAlignment,
    wrap,
    icons: iconsIn(body, help, icon),
  });
}

function nextColor(ctx: ScriptRunContext): DividerColor {
  const nth = cycled.get(ctx) ?? 0;
  cycled.set(ctx, nth + 1);
  return CYCLE[nth % CYCLE.length] as DividerColor;
}
