import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { buttonProps, checkOnClick, type ButtonLook } from "./button-options.ts";
import { Choice, type ChoiceOptions } from "./choice.ts";
import { iconsInAll } from "./icon/icons-in.ts";

export interface MenuButtonOptions<T> extends ButtonLook, ChoiceOptions<T> {
  /** Called with the option that was picked, before the page runs; may be async. */
  readonly onClick?: ((option: T) => unknown) | undefined;
}

/**
 * Shows a button that opens a menu of actions; in the one run that a pick caused it is the option picked: the page's own value or
 * object, else null. Labels are inline markdown.
 * @throws BadOptionError for options that make no sense, and objects without `format`.
 * @example
 * const format = st.menuButton("Export", ["CSV", "Excel"], { icon: ":material/download:" });
 * if (format !== null) await exportTo(format);
 */
export function menuButton<const T>(
  this: Container,
  label: string,
  options: Iterable<T>,
  more: MenuButtonOptions<NoInfer<T>> = {},
): T | null {
  const site = takeCallSite("menuButton", label, options, more);
  const call = "st.menuButton";
  const look = buttonProps(call, label, more);
  const { key, onClick, format } = more;
  checkOnClick(call, onClick);
  const choice = new Choice<T>(call, options, format);
  const props = { ...look, options: choice.labels, icons: iconsInAll([label, more.help, more.icon, ...choice.labels]) };
  const decode = (id: string): unknown => choice.valueOf(id, false);
  const picked = this.trigger("menuButton", props, { call, site, label, key, onChange: onClick, decode });
  // An option that this run no longer has was picked from the menu of the last one.
  return picked !== undefined && choice.has(picked) ? (choice.valueOf(picked, false) as T) : null;
}
