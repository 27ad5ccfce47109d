import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { checkIcon, iconsIn } from "../elements/icon/icons-in.ts";
import { checkChoice, checkLabelled, checkOpening } from "../elements/option-checks.ts";

export interface ExpanderOptions {
  /** Open at first. Default false. */
  readonly expanded?: boolean | undefined;
  /** Names the expander; where opening it runs the page, `st.sessionState[key]` is whether it is open. */
  readonly key?: string | undefined;
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  /** "compact" is smaller and without a box; "step" stands in a row of steps. Default "default". */
  readonly type?: "default" | "compact" | "step" | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
  /** "rerun" or a function: opening and closing runs the page (after the function), so that `open` is known. Default "ignore". */
  readonly onChange?: "rerun" | "ignore" | ((open: boolean) => unknown) | undefined;
}

/** A box that opens and closes. */
export interface Expander extends Container {
  /** Whether it is open, as far as the page knows: true unless `onChange` was given. With it, skip what nobody sees. */
  readonly open: boolean;
}

/**
 * Makes a box that opens and closes. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const details = st.expander("Details", { onChange: "rerun" });
 * if (details.open) details.table(await loadDetails());
 */
export function expander(this: Container, label: string, options: ExpanderOptions = {}): Expander {
  const site = takeCallSite("expander", label, options);
  const call = "st.expander";
  checkLabelled(call, label, options);
  const { expanded = false, key, icon, type, width, onChange } = options;
  if (typeof expanded !== "boolean") throw badOption(call, "expanded", "true or false", expanded);
  checkChoice(call, "type", type, ["default", "compact", "step"]);
  checkIcon(call, icon);
  checkOpening(call, onChange);
  const stateful = onChange !== undefined && onChange !== "ignore";
  const props = { label, icon, expanded, kind: type, value: stateful ? expanded : undefined, width, icons: iconsIn(label, icon) };
  const place = this.block("expander", props, { call, site, label, key, onChange: typeof onChange === "function" ? onChange : undefined });
  return Object.assign(new Container(place), { open: place.value !== false });
}
