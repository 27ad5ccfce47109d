import { optionLabel } from "@rivulet/protocol";
import { useCallback, useId, useMemo } from "react";
import { findChoices, prepareOptions } from "./combobox/choices.ts";
import { ComboboxField } from "./combobox/ComboboxField.tsx";
import { OpenGlyph } from "./combobox/OpenGlyph.tsx";
import { useCombobox } from "./combobox/use-combobox.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { Field } from "./widget/Field.tsx";

/** So few options need no keyboard on a touch screen. */
const FEW = 10;

/** One of many: a field that opens a list and searches it. */
export function Selectbox({ props, value, setValue }: ElementProps<"selectbox">) {
  const { options: labels, clearable, acceptNewOptions = false, filterMode = "fuzzy", placeholder, disabled = false } = props;
  const id = useId();
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
  const empty =
    labels.length === 0 && !acceptNewOptions ? elementText.noOptions : acceptNewOptions ? elementText.chooseOrAdd : elementText.choose;
  return (
    <Field props={props} labelId={`${id}label`} controlId={id}>
      <ComboboxField
        id={id}
        combobox={combobox}
        disabled={disabled}
        searchable={searchable}
        typing={searchable && (labels.length > FEW || acceptNewOptions)}
        label={value === null ? "" : optionLabel(value)}
        placeholder={placeholder ?? empty}
        icon={<OpenGlyph open={combobox.open} />}
        onClear={clearable && value !== null ? () => setValue(null) : undefined}
        isChosen={(option) => option === value}
      />
    </Field>
  );
}
