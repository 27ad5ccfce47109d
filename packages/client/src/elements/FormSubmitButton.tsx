import { useRef, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import type { ElementProps } from "./element-props.ts";
import { ButtonLook } from "./widget/ButtonLook.tsx";

/** Sends what its form has staged, unless a field says that its text is not in the expected form. */
export function FormSubmitButton({ props, fire }: ElementProps<"formSubmitButton">) {
  const button = useRef<HTMLButtonElement>(null);
  const submit = (event: MouseEvent<HTMLButtonElement>) => {
    finishField(event);
    if (!showRefusal(event.currentTarget.form)) fire(true);
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
  flushSync(() => active.blur());
  (detail > 0 ? currentTarget : active).focus({ preventScroll: true });
}

/** Brings the first field that refuses its text into view; false if none does. What the server has refused it may take now. */
function showRefusal(form: HTMLFormElement | null): boolean {
  const refusing = form?.querySelector<HTMLElement>("[aria-invalid='true']:not([data-refused])");
  refusing?.focus();
  return refusing != null;
}
