import { useId, useLayoutEffect, useRef } from "react";
import { ErrorGlyph } from "../Glyphs.tsx";
import styles from "./Field.module.css";

const CONTROL = "input, textarea, [role='radiogroup']";

/** What its form, or the form's schema, says of a field's value, below its control. Marks the control as invalid, whatever kind it is. */
export function Problem({ text }: { readonly text: string | undefined }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // Controls of all kinds would have to pass these on; React leaves attributes alone that it has not written.
  useLayoutEffect(() => {
    const control = box.current?.parentElement?.querySelector(CONTROL);
    if (text === undefined || !control) return undefined;
    const described = control.getAttribute("aria-describedby");
    const by = described === null ? id : `${described} ${id}`;
    const attributes = { "aria-invalid": "true", "aria-errormessage": id, "aria-describedby": by, "data-refused": "" };
    for (const [name, value] of Object.entries(attributes)) control.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) control.removeAttribute(name);
      if (described !== null) control.setAttribute("aria-describedby", described);
    };
  }, [id, text]);
  if (text === undefined) return null;
  return (
    <div ref={box} id={id} className={styles.error} role="alert">
      <ErrorGlyph size={14} />
      {text}
    </div>
  );
}
