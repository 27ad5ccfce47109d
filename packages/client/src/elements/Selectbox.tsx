import { optionLabel } from "@rivulet/protocol";
import { useCallback, useId, useMemo, useRef } from "react";
import { findChoices, prepareOptions } from "./combobox/choices.ts";
import styles from "./combobox/Combobox.module.css";
import { OptionList } from "./combobox/OptionList.tsx";
import { useCombobox } from "./combobox/use-combobox.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ChevronGlyph, CrossGlyph } from "./Glyphs.tsx";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { Input } from "./widget/Input.tsx";

/** So few options need no keyboard on a touch screen. */
const FEW = 10;

/** One of many: a field that opens a list and searches it. */
export function Selectbox({ props, value, setValue }: ElementProps<"selectbox">) {
  const { options: labels, clearable, acceptNewOptions = false, filterMode = "fuzzy", placeholder, disabled = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const options = useMemo(() => prepareOptions(labels), [labels]);
  const searchable = filterMode !== "none" || acceptNewOptions;
  const find = useCallback(
    (query: string) => findChoices(options, query, filterMode, acceptNewOptions),
    [options, filterMode, acceptNewOptions],
  );
  const combobox = useCombobox({
    find,
    selected: value ?? undefined,
    choose: (choice) => {
      if (choice.id !== value) setValue(choice.id);
    },
    many: false,
    disabled,
    searchable,
  });
  const { open, active, query } = combobox;
  const label = value === null ? "" : optionLabel(value);
  const empty =
    labels.length === 0 && !acceptNewOptions ? elementText.noOptions : acceptNewOptions ? elementText.chooseOrAdd : elementText.choose;
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <div
        ref={combobox.box}
        className={`${field.box} ${styles.field}`}
        data-disabled={disabled || undefined}
        onClick={(event) => {
          // The field itself may stand in a popover.
          const within = event.target instanceof Element ? event.target.closest("button, [popover]") : null;
          if (within && event.currentTarget.contains(within)) return;
          input.current?.focus();
          combobox.toggle();
        }}
      >
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
          inputMode={!searchable || (labels.length <= FEW && !acceptNewOptions) ? "none" : undefined}
          readOnly={!searchable}
          disabled={disabled}
          placeholder={open && label !== "" ? label : (placeholder ?? empty)}
          value={query ?? label}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => combobox.type(event.currentTarget.value)}
          onBlur={combobox.close}
          onKeyDown={combobox.onKeyDown}
        />
        {clearable && value !== null && !disabled ? (
          <button
            type="button"
            className={field.tool}
            aria-label={elementText.clear}
            aria-describedby={`${id}label`}
            onClick={() => {
              setValue(null);
              input.current?.focus();
            }}
          >
            <CrossGlyph />
          </button>
        ) : null}
        <span className={styles.chevron} data-open={open || undefined}>
          <ChevronGlyph />
        </span>
        {open ? <OptionList combobox={combobox} isChosen={(option) => option === value} many={false} /> : null}
      </div>
    </Field>
  );
}
