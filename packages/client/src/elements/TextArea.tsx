import { useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./TextArea.module.css";
import { Complaint } from "./widget/Complaint.tsx";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { useEnterHint } from "./widget/form-context.ts";
import { useComplaint } from "./widget/use-complaint.ts";
import { useEdit } from "./widget/use-edit.ts";
import { validator } from "./widget/validator.ts";

/** Several lines of text. Sent on Ctrl+Enter and when the field is left. */
export function TextArea({ props, value, setDraft, commitDraft, dropDraft }: ElementProps<"textArea">) {
  const { height, maxChars, placeholder, disabled } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const check = validator(props);
  const complaint = useComplaint(check);
  const edit = useEdit<string | null>({
    value,
    settled: props.value,
    show: (text) => text ?? "",
    read: (text) => {
      if (text === "" && props.value === null) return null;
      return check(text) === undefined ? text : undefined;
    },
    setDraft,
    commitDraft,
    dropDraft,
  });
  useOwnHeight(area, height === "content", edit.text);
  const said = complaint.of(edit);
  const commit = () => {
    complaint.judge(edit);
    edit.commit(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      commit();
    }
  };
  const hints = [maxChars !== undefined && elementText.characters(edit.text.length, maxChars), useEnterHint(true)];
  return (
    <Field
      props={props}
      labelId={`${id}label`}
      controlId={id}
      hint={edit.editing ? hints.filter(Boolean).join(" · ") : undefined}
      stretch={height === "stretch"}
    >
      <div
        className={`${field.box} ${styles.box}`}
        data-disabled={disabled || undefined}
        data-invalid={said !== undefined || undefined}
        data-height={typeof height === "string" ? height : undefined}
      >
        <textarea
          ref={area}
          id={id}
          className={`${field.input} ${styles.area}`}
          style={{ height: typeof height === "number" ? height - BORDERS : undefined }}
          maxLength={maxChars}
          disabled={disabled}
          placeholder={placeholder}
          value={edit.text}
          aria-invalid={said !== undefined || undefined}
          aria-describedby={said === undefined ? undefined : `${id}error`}
          onChange={(event) => {
            edit.change(event.currentTarget.value);
            complaint.changed(event.currentTarget.value);
          }}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </div>
      <Complaint id={`${id}error`} text={said} />
    </Field>
  );
}

/** Of the box around it, in pixels. */
const BORDERS = 2;

/** Makes a field as high as its text where styles alone cannot. */
function useOwnHeight(area: React.RefObject<HTMLTextAreaElement | null>, own: boolean, text: string): void {
  useLayoutEffect(() => {
    const box = area.current;
    if (!own || !box || CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }, [area, own, text]);
}
