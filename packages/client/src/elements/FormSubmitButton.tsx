import { useContext, useRef, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import type { ElementProps } from "./element-props.ts";
import { ButtonLook } from "./widget/ButtonLook.tsx";
import { FormContext } from "./widget/form-context.ts";
import { setPressed } from "./widget/press.ts";

/** What a field's control is, whatever kind it is of; the first that can have the focus. */
const CONTROL = "input, textarea, button, [tabindex='0']";

/** Sends what its form has staged, unless a field is empty that must not be, or says that its text is not in the expected form. */
export function FormSubmitButton({ props, fire, complain }: ElementProps<"formSubmitButton">) {
  const button = useRef<HTMLButtonElement>(null);
  const around = useContext(FormContext);
  const submit = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    finishField(event);
    let missing: readonly number[] = [];
    flushSync(() => (missing = complain()));
    const refusing =
      form === null ? [] : [...form.querySelectorAll<HTMLElement>("[data-element]")].filter((field) => refuses(field, missing));
    flushSync(() => around?.blame(refusing.map(labelOf)));
    if (refusing.length === 0) return fire(true);
    refusing[0]?.querySelector<HTMLElement>(`[aria-invalid='true']:is(${CONTROL})`)?.focus();
    if (!refusing[0]?.contains(document.activeElement)) refusing[0]?.querySelector<HTMLElement>(CONTROL)?.focus();
  };
  return (
    <ButtonLook props={props} target={button}>
      {(look, face) => (
        <button
          {...look}
          ref={button}
          type="submit"
          disabled={props.disabled}
          // A field that the press would blur could complain, and move the button away from below the pointer before it clicks.
          onMouseDown={(event) => event.preventDefault()}
          onClick={submit}
        >
          {face}
        </button>
      )}
    </ButtonLook>
  );
}

/** Lets the field that has the focus look at its text. The focus goes to the button, as with any press, unless a key was pressed. */
function finishField({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !active.matches("input, textarea")) return;
  // The click is there: nothing has to be held back for it.
  setPressed(false);
  flushSync(() => active.blur());
  (detail > 0 ? currentTarget : active).focus({ preventScroll: true });
}

/** Whether a field, and no block of fields, refuses what is in it. What the server has refused it may take now. */
function refuses(field: HTMLElement, missing: readonly number[]): boolean {
  if (field.querySelector("[data-element]") !== null) return false;
  return missing.includes(Number(field.dataset.node)) || field.querySelector("[aria-invalid='true']:not([data-refused])") !== null;
}

function labelOf(field: HTMLElement): string {
  const control = field.querySelector<HTMLInputElement>("input, textarea");
  return (control?.labels?.[0] ?? field.querySelector("[id$='label']"))?.textContent ?? control?.ariaLabel ?? "";
}
