import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { buttonProps, checkOnClick } from "./button-options.ts";
import type { ButtonOptions } from "./button.ts";

/** As of a button. Its callback is the only one that a form may have. */
export type FormSubmitButtonOptions = ButtonOptions;

/**
 * Shows the button that submits the form around it; true in the one run that its press caused, and in that run the form's widgets return
 * what was entered. The label is inline markdown; default "Submit". False if the form has a schema that refuses the values.
 * @throws BadPlaceError outside of a form; BadOptionError for options that make no sense.
 * @example
 * const form = st.form("login");
 * const name = form.textInput("Name");
 * if (form.formSubmitButton("Log in", { type: "primary" })) await logIn(name);
 */
export function formSubmitButton(this: Container, label = "Submit", options: FormSubmitButtonOptions = {}): boolean {
  const site = takeCallSite("formSubmitButton", label, options);
  const call = "st.formSubmitButton";
  const props = buttonProps(call, label, options);
  const { key, onClick } = options;
  checkOnClick(call, onClick);
  return this.trigger("formSubmitButton", props, { call, site, label, key, onChange: onClick }) === true;
}
