import { useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./TextArea.module.css";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { isApple } from "./widget/platform.ts";
import { useEdit } from "./widget/use-edit.ts";

/** Several lines of text. Sent on Ctrl+Enter and when the field is left. */
export function TextArea({ props, value, setDraft, commitDraft, dropDraft }: ElementProps<"textArea">) {
  const { height, maxChars, placeholder, disabled } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const edit = useEdit<string | null>({
    value,
    settled: props.value,
    show: (text) => text ?? "",
    read: (text) => (text === "" && props.value === null ? null : text),
    setDraft,
    commitDraft,
    dropDraft,
  });
  useOwnHeight(area, height === "content", edit.text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      edit.commit(true);
    }
  };
  const hints = [maxChars !== undefined && elementText.characters(edit.text.length, maxChars), elementText.ctrlEnter(isApple())];
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
          onChange={(event) => edit.change(event.currentTarget.value)}
          onBlur={() => edit.commit(true)}
          onKeyDown={onKeyDown}
        />
      </div>
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
