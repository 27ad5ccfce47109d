import { optionLabel } from "@rivulet/protocol";
import { useCallback, useId, useMemo } from "react";
import { findChoices, prepareOptions, type Choice } from "./combobox/choices.ts";
import styles from "./combobox/Combobox.module.css";
import { ComboboxField } from "./combobox/ComboboxField.tsx";
import { OpenGlyph } from "./combobox/OpenGlyph.tsx";
import { useCombobox } from "./combobox/use-combobox.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { CrossGlyph } from "./Glyphs.tsx";
import { Field } from "./widget/Field.tsx";

/** "Select all" is offered for up to this many options unless the page says otherwise. */
const SELECT_ALL_LIMIT = 1000;

/** Any number of options: chosen ones are chips in the field, in the order chosen. */
export function Multiselect({ props, value, setValue }: ElementProps<"multiselect">) {
  const { options: labels, maxSelections = Infinity, acceptNewOptions = false, filterMode = "fuzzy", selectAll, placeholder } = props;
  const { disabled = false, wrap = true } = props;
  const id = useId();
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
  const empty =
    labels.length === 0 && !acceptNewOptions
      ? elementText.noOptions
      : acceptNewOptions
        ? elementText.chooseOrAddMany
        : elementText.chooseMany;
  const chips = (focus: () => void) =>
    value.map((option) => (
      <span key={option} className={styles.chip}>
        <span className={styles.chipLabel}>{optionLabel(option)}</span>
        {disabled ? null : (
          <button
            type="button"
            aria-label={elementText.remove(optionLabel(option))}
            aria-describedby={`${id}label`}
            onClick={() => {
              setValue(value.filter((other) => other !== option));
              focus();
            }}
          >
            <CrossGlyph size={14} />
          </button>
        )}
      </span>
    ));
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <ComboboxField
        id={id}
        combobox={combobox}
        disabled={disabled}
        searchable={searchable}
        typing={searchable}
        label=""
        placeholder={value.length === 0 ? (placeholder ?? empty) : undefined}
        icon={<OpenGlyph open={combobox.open} />}
        onClear={value.length > 0 ? () => setValue([]) : undefined}
        isChosen={(option) => chosen.has(option)}
        chosen={{ chips, line: !wrap, note: full ? elementText.full(maxSelections) : undefined }}
      />
    </Field>
  );
}
