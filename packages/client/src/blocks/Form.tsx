import { useMemo, useState, type KeyboardEvent } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { ErrorGlyph } from "../elements/Glyphs.tsx";
import { FormContext } from "../elements/widget/form-context.ts";
import { Container } from "./Container.tsx";
import styles from "./Form.module.css";

/** Fields in which Enter means that the user is done, as far as no list of theirs takes it. */
const TEXT_FIELDS = "input:not([role='combobox'], [type='checkbox'], [type='radio'], [type='range'], [type='color'], [type='file'])";
const SUBMIT = "button[type='submit']";

/** A box whose widgets keep what is entered until a submit button is pressed. A real form: browsers and password managers know what it is. */
export function Form({ props, childIds, renderChild, childProps }: ElementProps<"form">) {
  const { border = true, height, enterToSubmit = true, problems = [] } = props;
  const [blamed, setBlamed] = useState<readonly string[]>([]);
  const around = useMemo(() => ({ by: enterToSubmit ? "enter" : "button", blame: setBlamed }) as const, [enterToSubmit]);
  const said = blamed.length === 0 ? problems : [elementText.blame(blamed), ...problems];
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    if (event.target.matches("textarea")) {
      if (enterToSubmit && (event.ctrlKey || event.metaKey)) event.currentTarget.querySelector<HTMLButtonElement>(SUBMIT)?.click();
    } else if (event.target.matches("input") && !(enterToSubmit && event.target.matches(TEXT_FIELDS))) {
      // Else the browser presses the first submit button.
      event.preventDefault();
    }
  };
  return (
    <FormContext value={around}>
      <form
        noValidate
        className={styles.form}
        data-stretch={height === "stretch" || undefined}
        onKeyDown={onKeyDown}
        // The submit buttons send what is staged.
        onSubmit={(event) => event.preventDefault()}
      >
        <Container
          props={{ border, height }}
          childIds={childIds}
          renderChild={renderChild}
          childProps={childProps}
          value={undefined}
          setValue={undefined}
        />
        {said.length === 0 ? null : (
          <div role="alert" className={styles.problems}>
            {said.map((problem) => (
              <p key={problem}>
                <ErrorGlyph size={14} />
                {problem}
              </p>
            ))}
          </div>
        )}
      </form>
    </FormContext>
  );
}
