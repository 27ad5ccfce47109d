import { useRef } from "react";
import type { ElementProps } from "./element-props.ts";
import { ButtonLook } from "./widget/ButtonLook.tsx";

/** A link that looks like a button. What leaves the page opens beside it. */
export function LinkButton({ props, fire }: ElementProps<"linkButton">) {
  const { url, runs, disabled } = props;
  const link = useRef<HTMLAnchorElement>(null);
  return (
    <ButtonLook props={props} target={link}>
      {(look, face) =>
        disabled ? (
          <a {...look} ref={link} role="link" aria-disabled="true">
            {face}
          </a>
        ) : (
          <a
            {...look}
            ref={link}
            href={url}
            {...(staysHere(url) ? {} : { target: "_blank", rel: "noopener noreferrer" })}
            onClick={runs ? () => fire(true) : undefined}
          >
            {face}
          </a>
        )
      }
    </ButtonLook>
  );
}

/** A place on the page, and what another program opens, need no tab. */
function staysHere(url: string): boolean {
  return /^\s*(?:#|mailto:|tel:)/i.test(url);
}
