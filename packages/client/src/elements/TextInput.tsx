import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { textInputPattern, type TextInputKind } from "@rivulet/protocol";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { EnvelopeGlyph, EyeGlyph, LinkGlyph, PhoneGlyph, SearchGlyph } from "./Glyphs.tsx";
import { Icon } from "./Icon.tsx";
import { Complaint } from "./widget/Complaint.tsx";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { useEnterHint } from "./widget/form-context.ts";
import { useComplaint } from "./widget/use-complaint.ts";
import { useEdit } from "./widget/use-edit.ts";
import { validator } from "./widget/validator.ts";
import { Input } from "./widget/Input.tsx";

const TYPES: Readonly<Record<TextInputKind, string>> = {
  default: "text",
  password: "password",
  email: "email",
  url: "url",
  phone: "tel",
  search: "search",
};

const LEADS: Readonly<Partial<Record<TextInputKind, ReactNode>>> = {
  email: <EnvelopeGlyph />,
  url: <LinkGlyph />,
  phone: <PhoneGlyph />,
  search: <SearchGlyph />,
};

const COMPLETIONS: Readonly<Partial<Record<TextInputKind, string>>> = {
  password: "new-password",
  email: "email",
  url: "url",
  phone: "tel",
};

const PLACEHOLDERS = { email: "name@example.com", url: "https://example.com" };

/** One line of text. Sent on Enter and when the field is left; with `live`, soon after the last key. */
export function TextInput({ props, value, setDraft, commitDraft, dropDraft }: ElementProps<"textInput">) {
  const { kind, maxChars, placeholder, autocomplete, icon, icons, validate, live, disabled } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const check = validator({ pattern: textInputPattern(props), minLength: props.minLength }, validate?.[1] ?? elementText.invalid[kind]);
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
  const enterHint = useEnterHint();
  const placeholders: Readonly<Partial<Record<TextInputKind, string>>> = { ...PLACEHOLDERS, ...elementText.placeholders };
  const later = useDelayed(live, () => commit());
  const commit = () => {
    later.cancel();
    complaint.judge(edit);
    edit.commit(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") commit();
    else if (event.key === "Escape" && edit.editing) {
      // The text has taken the key: it closes no dialog.
      event.preventDefault();
      later.cancel();
      complaint.drop();
      edit.drop();
    }
  };
  const said = complaint.of(edit);
  const invalid = said !== undefined;
  const lead = icon ? <Icon icon={icon} icons={icons} /> : LEADS[kind];
  const hints = [maxChars !== undefined && elementText.characters(edit.text.length, maxChars), live === undefined && !invalid && enterHint];
  const hint = edit.editing ? hints.filter(Boolean).join(" · ") : undefined;
  return (
    <Field props={props} labelId={`${id}label`} controlId={id} hint={hint}>
      <div className={field.box} data-disabled={disabled || undefined} data-invalid={invalid || undefined}>
        {lead ? <span className={field.lead}>{lead}</span> : null}
        <Input
          id={id}
          className={field.input}
          type={kind === "password" && shown ? "text" : TYPES[kind]}
          autoComplete={autocomplete ?? COMPLETIONS[kind]}
          spellCheck={kind === "default" ? undefined : false}
          maxLength={maxChars}
          disabled={disabled}
          placeholder={placeholder ?? placeholders[kind]}
          aria-invalid={invalid || undefined}
          aria-describedby={invalid ? `${id}error` : undefined}
          value={edit.text}
          onChange={(event) => {
            edit.change(event.currentTarget.value);
            complaint.changed(event.currentTarget.value);
            if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) later.start();
          }}
          onCompositionEnd={later.start}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {kind === "password" ? (
          <button
            type="button"
            className={field.tool}
            aria-pressed={shown}
            aria-label={elementText.showPassword}
            disabled={disabled}
            onClick={() => setShown(!shown)}
          >
            <EyeGlyph />
          </button>
        ) : null}
      </div>
      <Complaint id={`${id}error`} text={said} />
    </Field>
  );
}

/** Runs the latest `action` some milliseconds after the last `start`; never if there is no delay. */
function useDelayed(delay: number | undefined, action: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const cancel = () => clearTimeout(timer.current);
  const start = () => {
    cancel();
    if (delay !== undefined) timer.current = setTimeout(() => latest.current(), delay);
  };
  return { start, cancel };
}
