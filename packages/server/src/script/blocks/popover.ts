import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { checkIcon, iconsIn } from "../elements/icon/icons-in.ts";
import { checkChoice, checkLabelled, checkOpening } from "../elements/option-checks.ts";

export interface PopoverOptions {
  /** Names the popover; where opening it runs the page, `st.sessionState[key]` is whether it is open. */
  readonly key?: string | undefined;
  /** Markdown shown beside the button while it has the pointer or the focus. */
  readonly help?: string | undefined;
  /** Default "secondary". */
  readonly type?: "primary" | "secondary" | "tertiary" | undefined;
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  /** True: shown, but not to be opened. Default false. */
  readonly disabled?: boolean | undefined;
  /** The button's: pixels, "stretch" or "content" (default). */
  readonly width?: Width | undefined;
  /** False: a label in one line, cut with an ellipsis. Default true. */
  readonly wrap?: boolean | undefined;
  /** "rerun" or a function: opening and closing runs the page (after the function), so that `open` is known. Default "ignore". */
  readonly onChange?: "rerun" | "ignore" | ((open: boolean) => unknown) | undefined;
}

/** A button that opens a box over the page. */
export interface Popover extends Container {
  /** Whether it is open, as far as the page knows: true unless `onChange` was given. With it, skip what nobody sees. */
  readonly open: boolean;
}

/**
 * Makes a button that opens a box over the page. Using what is in it leaves it open. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const filters = st.popover("Filters", { icon: ":material/filter_alt:" });
 * const minimum = filters.slider("At least", { max: 100 });
 */
export function popover(this: Container, label: string, options: PopoverOptions = {}): Popover {
  const site = takeCallSite("popover", label, options);
  const call = "st.popover";
  checkLabelled(call, label, options);
  const { key, help, type = "secondary", icon, disabled, width, wrap, onChange } = options;
  checkChoice(call, "type", type, ["primary", "secondary", "tertiary"]);
  checkIcon(call, icon);
  checkOpening(call, onChange);
  if (wrap !== undefined && typeof wrap !== "boolean") throw badOption(call, "wrap", "true or false", wrap);
  const stateful = onChange !== undefined && onChange !== "ignore";
  const icons = iconsIn(label, help, icon);
  const props = { label, help, kind: type, icon, disabled, width, wrap, value: stateful ? false : undefined, icons };
  const place = this.block("popover", props, { call, site, label, key, onChange: typeof onChange === "function" ? onChange : undefined });
  return Object.assign(new Container(place), { open: place.value !== false });
}
