import type { ReactNode } from "react";
import type { LabelledProps } from "@rivulet/protocol";
import { Field } from "./Field.tsx";

interface OptionalFieldProps {
  readonly props: LabelledProps & { readonly disabled?: boolean | undefined };
  readonly labelId: string;
  /** The name where there is no label. */
  readonly fallback: string;
  readonly children: (name: { "aria-label": string } | { "aria-labelledby": string }) => ReactNode;
}

/** A control that may have no label: then it is alone, and screen readers hear what it is. */
export function OptionalField({ props, labelId, fallback, children }: OptionalFieldProps) {
  if (props.label === "") return children({ "aria-label": fallback });
  return (
    <Field props={props} labelId={labelId}>
      {children({ "aria-labelledby": labelId })}
    </Field>
  );
}
