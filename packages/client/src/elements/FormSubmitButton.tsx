import { flushSync } from "react-dom";
import { Button } from "./Button.tsx";
import type { ElementProps } from "./element-props.ts";

/** Sends what its form has staged, unless a field says that its text is not in the expected form. */
export function FormSubmitButton({ props, fire }: ElementProps<"formSubmitButton">) {
  const submit = (button: HTMLButtonElement) => {
    const { form } = button;
    if (form === null || !showRefusal(form)) fire(true);
  };
  return <Button props={props} fire={fire} submit={submit} />;
}

/** Brings the first field that refuses its text into view; false if none does. What the server has refused it may take now. */
function showRefusal(form: HTMLFormElement): boolean {
  const active = document.activeElement;
  // A shortcut leaves the focus in a field that has not looked at its text yet.
  if (active instanceof HTMLInputElement && form.contains(active)) {
    flushSync(() => active.blur());
    active.focus({ preventScroll: true });
  }
  const refusing = form.querySelector<HTMLElement>("[aria-invalid='true']:not([data-refused])");
  refusing?.focus();
  return refusing !== null;
}
