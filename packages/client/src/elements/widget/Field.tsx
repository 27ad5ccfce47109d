import type { LabelledProps } from "@rivulet/protocol";
import type { ReactNode } from "react";
import { InlineMarkdown } from "../markdown/InlineMarkdown.tsx";
import styles from "./Field.module.css";
import { HelpTip } from "./HelpTip.tsx";

interface FieldProps {
  readonly props: LabelledProps & { readonly disabled?: boolean | undefined };
  readonly labelId?: string | undefined;
  /** The control that the label names; absent for groups, which name the label themselves. */
  readonly controlId?: string | undefined;
  /** A short word on what is being entered, at the end of the label's line. */
  readonly hint?: string | undefined;
  /** True: as high as its place lets it be. */
  readonly stretch?: boolean | undefined;
  readonly children: ReactNode;
}

/** A label with its help above a control. */
export function Field({ props, labelId, controlId, hint, stretch, children }: FieldProps) {
  return (
    <div className={styles.field} data-disabled={props.disabled || undefined} data-stretch={stretch || undefined}>
      <FieldLabel props={props} labelId={labelId} controlId={controlId} hint={hint} />
      {children}
    </div>
  );
}

/** The label's line. Hidden labels keep their place, collapsed ones none; both still name the control. */
export function FieldLabel({ props, labelId, controlId, hint }: Omit<FieldProps, "children" | "stretch">) {
  const { label, help, icons, labelVisibility = "visible" } = props;
  const Tag = controlId === undefined ? "span" : "label";
  return (
    <div className={styles.line} data-visibility={labelVisibility}>
      <Tag id={labelId} className={styles.label} {...(controlId === undefined ? {} : { htmlFor: controlId })}>
        <InlineMarkdown body={label} icons={icons} />
      </Tag>
      {help && labelVisibility === "visible" ? <HelpTip help={help} icons={icons} about={labelId} /> : null}
      {hint ? (
        <span className={styles.hint} aria-hidden="true">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
