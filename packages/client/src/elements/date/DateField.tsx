import type { LabelledProps } from "@rivulet/protocol";
import { useId, useRef, useState, type ReactNode } from "react";
import { elementText } from "../element-text.ts";
import { CrossGlyph } from "../Glyphs.tsx";
import { Complaint } from "../widget/Complaint.tsx";
import field from "../widget/Field.module.css";
import { Field } from "../widget/Field.tsx";
import { Input } from "../widget/Input.tsx";
import { afterPress } from "../widget/press.ts";
import { useAnchored } from "../widget/use-anchored.ts";
import { useEnterHint } from "../widget/form-context.ts";
import { useEdit } from "../widget/use-edit.ts";
import { Calendar } from "./Calendar.tsx";
import { clampDay, today } from "./calendar.ts";
import styles from "./DateField.module.css";
import { CalendarGlyph } from "./Glyphs.tsx";

interface DateFieldProps<Value> {
  readonly props: LabelledProps & { readonly disabled?: boolean | undefined; readonly clearable: boolean; readonly value: Value | null };
  readonly value: Value | null;
  readonly setValue: (value: Value | null) => void;
  readonly setDraft: (value: Value | null) => void;
  readonly commitDraft: () => void;
  readonly dropDraft: () => void;
  readonly show: (value: Value) => string;
  /** The value that a text stands for; undefined if it is none, or outside of the limits. */
  readonly read: (text: string) => Value | undefined;
  readonly placeholder: string;
  /** What a text must be. */
  readonly expected: string;
  /** The first and last day of what is chosen, or half chosen. */
  readonly chosen: readonly [string, string] | undefined;
  /** Limits of the days. */
  readonly min: string | undefined;
  readonly max: string | undefined;
  /** Takes a day; true: the choice is complete, and the calendar closes. */
  readonly pick: (day: string) => boolean;
  readonly onClose?: () => void;
  /** Below the calendar. */
  readonly children?: ReactNode;
}

/** A field to type into, with a calendar below it. What is typed is sent on Enter and when the field is left. */
export function DateField<Value>(given: DateFieldProps<Value>) {
  const { props, value, setValue, setDraft, commitDraft, dropDraft, show, read, placeholder, expected, chosen, min, max } = given;
  const { clearable, disabled = false } = props;
  const id = useId();
  const enterHint = useEnterHint();
  const box = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<"field" | "grid">();
  const [active, setActive] = useState("");
  const [complains, setComplains] = useState(false);
  useAnchored({ anchor: box, floating: popup, open: open !== undefined, matchWidth: false, align: "start" });
  const edit = useEdit<Value | null>({
    value,
    settled: props.value,
    show: (shown) => (shown === null ? "" : show(shown)),
    read: (text) => (text.trim() === "" ? (clearable ? null : undefined) : read(text)),
    setDraft,
    commitDraft,
    dropDraft,
  });
  const invalid = complains && edit.editing;
  const openAt = (where: "field" | "grid") => {
    if (disabled || open === where) return;
    setActive(clampDay(chosen?.[0] ?? today(), min, max));
    setOpen(where);
  };
  const close = () => {
    if (open === undefined) return;
    setOpen(undefined);
    given.onClose?.();
  };
  const commit = () => {
    afterPress(() => setComplains(true));
    edit.commit(true);
  };
  return (
    <Field props={props} labelId={`${id}label`} controlId={id} hint={edit.editing && !invalid ? enterHint : undefined}>
      <div
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || open === undefined) return;
          event.stopPropagation();
          close();
          input.current?.focus();
        }}
      >
        <div ref={box} className={`${field.box} ${styles.box}`} data-disabled={disabled || undefined} data-invalid={invalid || undefined}>
          <Input
            ref={input}
            id={id}
            className={field.input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            placeholder={placeholder}
            aria-invalid={invalid || undefined}
            aria-describedby={invalid ? `${id}error` : undefined}
            value={edit.text}
            onClick={() => openAt("field")}
            onChange={(event) => {
              setComplains(false);
              edit.change(event.currentTarget.value);
            }}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Enter") commit();
              else if (event.key === "Escape" && open === undefined) edit.drop();
              else if (event.key === "ArrowDown") {
                event.preventDefault();
                setOpen(undefined);
                openAt("grid");
              }
            }}
          />
          {clearable && value !== null && !disabled ? (
            <button
              type="button"
              className={field.tool}
              aria-label={elementText.clear}
              aria-describedby={`${id}label`}
              onClick={() => {
                edit.drop();
                setValue(null);
                input.current?.focus();
              }}
            >
              <CrossGlyph />
            </button>
          ) : null}
          <button
            type="button"
            className={field.tool}
            aria-label={elementText.date.open}
            aria-describedby={`${id}label`}
            aria-haspopup="dialog"
            aria-expanded={open !== undefined}
            disabled={disabled}
            onClick={() => (open === undefined ? openAt("grid") : close())}
          >
            <CalendarGlyph />
          </button>
        </div>
        {open === undefined ? null : (
          <div
            ref={popup}
            role="dialog"
            aria-labelledby={`${id}label`}
            className={styles.popup}
            popover="manual"
            onPointerDown={(event) => {
              // The field keeps the focus, but what is made to be focused may have it.
              if (!(event.target instanceof Element && event.target.closest("select, input"))) event.preventDefault();
            }}
          >
            <Calendar
              key={open}
              active={active}
              setActive={setActive}
              chosen={chosen}
              min={min}
              max={max}
              takesFocus={open === "grid"}
              pick={(day) => {
                edit.drop();
                setActive(day);
                if (!given.pick(day)) return;
                close();
                input.current?.focus();
              }}
            />
            {given.children}
          </div>
        )}
      </div>
      <Complaint id={`${id}error`} text={invalid ? expected : undefined} />
    </Field>
  );
}
