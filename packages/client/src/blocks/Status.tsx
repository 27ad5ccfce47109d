import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { ErrorGlyph, SuccessGlyph } from "../elements/Glyphs.tsx";
import { Wheel } from "../elements/Icon.tsx";
import { ExpandingBox } from "./Expander.tsx";
import styles from "./Status.module.css";

/** A box that opens and closes and says how the work in it goes. */
export function Status({ props, childIds, renderChild }: ElementProps<"status">) {
  const { state } = props;
  const lead = (
    <span className={styles.state} data-state={state} role="img" aria-label={elementText.state[state]}>
      {state === "running" ? <Wheel /> : state === "complete" ? <SuccessGlyph /> : <ErrorGlyph />}
    </span>
  );
  return (
    <>
      <ExpandingBox {...props} lead={lead} childIds={childIds} renderChild={renderChild} value={undefined} setValue={undefined} />
      <span className={styles.said} role="status">
        {elementText.state[state]}
      </span>
    </>
  );
}
