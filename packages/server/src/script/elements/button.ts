import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { buttonProps, checkOnClick, type ButtonLook } from "./button-options.ts";

export interface ButtonOptions extends ButtonLook {
  /** Called before the page runs, when the button was pressed; may be async. */
  readonly onClick?: (() => unknown) | undefined;
}

/**
 * Shows a button; true in the one run that its press caused. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * if (st.button("Roll")) st.write(1 + Math.floor(Math.random() * 6));
 */
export function button(this: Container, label: string, options: ButtonOptions = {}): boolean {
  const site = takeCallSite("button", label, options);
  const call = "st.button";
  const props = buttonProps(call, label, options);
  const { key, onClick } = options;
  checkOnClick(call, onClick);
  return this.trigger("button", props, { call, site, label, key, onChange: onClick }) === true;
}
