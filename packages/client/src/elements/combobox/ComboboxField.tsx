import { useRef, type ReactNode } from "react";
import { elementText } from "../element-text.ts";
import { CrossGlyph } from "../Glyphs.tsx";
import field from "../widget/Field.module.css";
import { Input } from "../widget/Input.tsx";
import styles from "./Combobox.module.css";
import { OptionList } from "./OptionList.tsx";
import type { Combobox } from "./use-combobox.ts";

interface ComboboxFieldProps {
  readonly id: string;
  readonly combobox: Combobox;
  readonly disabled: boolean;
  /** False: the field cannot be written in. */
  readonly searchable: boolean;
  /** False: a touch screen needs no keyboard for it. */
  readonly typing: boolean;
  /** What stands in the field while nothing is typed. */
  readonly label: string;
  readonly placeholder: string | undefined;
  readonly icon: ReactNode;
  /** Undefined while there is nothing to clear. */
  readonly onClear: (() => void) | undefined;
  /** The field is being left, with what was typed. */
  readonly onLeave?: (() => void) | undefined;
  readonly isChosen: (id: string) => boolean;
  /** Of a field that takes any number of options. */
  readonly chosen?: ChosenMany | undefined;
}

interface ChosenMany {
  readonly chips: (focus: () => void) => readonly ReactNode[];
  /** In one line that scrolls. */
  readonly line: boolean;
  /** Said above the list. */
  readonly note: string | undefined;
}

/** The field of a combobox: what is chosen, what is being typed, and the list below. */
export function ComboboxField({ id, combobox, disabled, label, placeholder, chosen, onLeave, ...props }: ComboboxFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const { open, active, query } = combobox;
  const { searchable, typing, icon, onClear, isChosen } = props;
  const focus = () => input.current?.focus();
  const chips = chosen?.chips(focus);
  const box = (
    <Input
      ref={input}
      id={id}
      className={field.input}
      role="combobox"
      aria-expanded={open}
      aria-controls={open ? combobox.listId : undefined}
      aria-activedescendant={open && active >= 0 ? `${combobox.listId}-${active}` : undefined}
      aria-autocomplete={searchable ? "list" : "none"}
      autoComplete="off"
      spellCheck={false}
      inputMode={typing ? undefined : "none"}
      readOnly={!searchable}
      disabled={disabled}
      placeholder={open && label !== "" ? label : placeholder}
      value={query ?? label}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => combobox.type(event.currentTarget.value)}
      onBlur={() => {
        onLeave?.();
        combobox.close();
      }}
      onKeyDown={(event) => {
        // The list closes before the field is left, and forgets the text.
        if (event.key === "Tab") onLeave?.();
        combobox.onKeyDown(event);
      }}
    />
  );
  return (
    <div
      ref={combobox.box}
      className={`${field.box} ${styles.field} ${chips ? styles.many : ""}`}
      data-disabled={disabled || undefined}
      data-empty={chips?.length === 0 || undefined}
      onClick={(event) => {
        // The field itself may stand in a popover.
        const within = event.target instanceof Element ? event.target.closest("button, [popover]") : null;
        if (within && event.currentTarget.contains(within)) return;
        focus();
        combobox.toggle();
      }}
    >
      {chips ? (
        <span className={styles.chips} data-line={chosen?.line || undefined}>
          {chips}
          {box}
        </span>
      ) : (
        box
      )}
      {onClear && !disabled ? (
        <button
          type="button"
          className={field.tool}
          aria-label={elementText.clear}
          aria-describedby={`${id}label`}
          onClick={() => {
            onClear();
            focus();
          }}
        >
          <CrossGlyph />
        </button>
      ) : null}
      {icon}
      {open ? <OptionList combobox={combobox} isChosen={isChosen} many={chosen !== undefined} note={chosen?.note} /> : null}
    </div>
  );
}
