import { optionLabel } from "@rivulet/protocol";
import { useCallback, useId, useMemo, useRef } from "react";
import { findChoices, prepareOptions, type Choice } from "./combobox/choices.ts";
import styles from "./combobox/Combobox.module.css";
import { OptionList } from "./combobox/OptionList.tsx";
import { useCombobox } from "./combobox/use-combobox.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ChevronGlyph, CrossGlyph } from "./Glyphs.tsx";
import field from "./widget/Field.module.css";
import { Field } from "./widget/Field.tsx";
import { Input } from "./widget/Input.tsx";

/** "Select all" is offered for up to this many options unless the page says otherwise. */
const SELECT_ALL_LIMIT = 1000;

/** Any number of options: chosen ones are chips in the field, in the order chosen. */
export function Multiselect({ props, value, setValue }: ElementProps<"multiselect">) {
  const { options: labels, maxSelections = Infinity, acceptNewOptions = false, filterMode = "fuzzy", selectAll, placeholder } = props;
  const { disabled = false, wrap = true } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const options = useMemo(() => prepareOptions(labels), [labels]);
  const chosen = useMemo(() => new Set(value), [value]);
  const full = value.length >= maxSelections;
  const searchable = filterMode !== "none" || acceptNewOptions;

  const find = useCallback(
    (query: string): readonly Choice[] => {
      const found = findChoices(options, query, filterMode, acceptNewOptions && !full).filter(
        ({ id: option, kind }) => kind === "option" || !chosen.has(option),
      );
      // A chosen option stays where it is, with a mark: nothing moves under the pointer. When no more fit, only those are left.
      if (full) return found.filter(({ id: option }) => chosen.has(option));
      const left = found.filter(({ id: option, kind }) => kind === "option" && !chosen.has(option));
      const limit = selectAll === true ? Infinity : selectAll === false ? 0 : (selectAll ?? SELECT_ALL_LIMIT);
      if (left.length < 2 || options.choices.length > limit || maxSelections !== Infinity) return found;
      const label = query.trim() === "" ? elementText.selectAll : elementText.selectFound(left.length);
      return [{ id: "", label, kind: "all" }, ...found];
    },
    [options, chosen, full, filterMode, acceptNewOptions, selectAll, maxSelections],
  );
  const combobox = useCombobox({
    find,
    selected: undefined,
    choose: (choice) => {
      if (choice.kind === "all") {
        const found = findChoices(options, combobox.query ?? "", filterMode, false).map(({ id: option }) => option);
        setValue([...value, ...found.filter((option) => !chosen.has(option))]);
      } else if (chosen.has(choice.id)) setValue(value.filter((option) => option !== choice.id));
      else if (!full) setValue([...value, choice.id]);
    },
    many: true,
    disabled,
    searchable,
    onBackspace: () => {
      if (value.length > 0) setValue(value.slice(0, -1));
    },
  });
  const { open, active, query } = combobox;
  const empty =
    labels.length === 0 && !acceptNewOptions
      ? elementText.noOptions
      : acceptNewOptions
        ? elementText.chooseOrAddMany
        : elementText.chooseMany;
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <div
        ref={combobox.box}
        className={`${field.box} ${styles.field} ${styles.many}`}
        data-disabled={disabled || undefined}
        data-empty={value.length === 0 || undefined}
        onClick={(event) => {
          // The field itself may stand in a popover.
          const within = event.target instanceof Element ? event.target.closest("button, [popover]") : null;
          if (within && event.currentTarget.contains(within)) return;
          input.current?.focus();
          combobox.toggle();
        }}
      >
        <span className={styles.chips} data-line={!wrap || undefined}>
          {value.map((option) => (
            <span key={option} className={styles.chip}>
              <span className={styles.chipLabel}>{optionLabel(option)}</span>
              {disabled ? null : (
                <button
                  type="button"
                  aria-label={elementText.remove(optionLabel(option))}
                  aria-describedby={`${id}label`}
                  onClick={() => {
                    setValue(value.filter((other) => other !== option));
                    input.current?.focus();
                  }}
                >
                  <CrossGlyph size={14} />
                </button>
              )}
            </span>
          ))}
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
            inputMode={searchable ? undefined : "none"}
            readOnly={!searchable}
            disabled={disabled}
            placeholder={value.length === 0 ? (placeholder ?? empty) : undefined}
            value={query ?? ""}
            onChange={(event) => combobox.type(event.currentTarget.value)}
            onBlur={combobox.close}
            onKeyDown={combobox.onKeyDown}
          />
        </span>
        {value.length > 0 && !disabled ? (
          <button
            type="button"
            className={field.tool}
            aria-label={elementText.clear}
            aria-describedby={`${id}label`}
            onClick={() => {
              setValue([]);
              input.current?.focus();
            }}
          >
            <CrossGlyph />
          </button>
        ) : null}
        <span className={styles.chevron} data-open={open || undefined}>
          <ChevronGlyph />
        </span>
        {open ? (
          <OptionList
            combobox={combobox}
            isChosen={(option) => chosen.has(option)}
            many
            note={full ? elementText.full(maxSelections) : undefined}
          />
        ) : null}
      </div>
    </Field>
  );
}
