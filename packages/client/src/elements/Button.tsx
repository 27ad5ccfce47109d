import { useRef } from "react";
import type { ElementProps } from "./element-props.ts";
import { ButtonLook } from "./widget/ButtonLook.tsx";

/** A button. Its help is a tip of the button itself. */
export function Button({ props, fire }: ElementProps<"button">) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <ButtonLook props={props} target={button}>
      {(look, face) => (
        <button {...look} ref={button} type="button" disabled={props.disabled} onClick={() => fire(true)}>
          {face}
        </button>
      )}
    </ButtonLook>
  );
}
