import { elementText } from "../element-text.ts";
import { CheckGlyph, PlusGlyph } from "../Glyphs.tsx";
import { drawnRange } from "./choices.ts";
import styles from "./Combobox.module.css";
import type { Combobox } from "./use-combobox.ts";

interface OptionListProps {
  readonly combobox: Combobox;
  readonly isChosen: (id: string) => boolean;
  readonly many: boolean;
  /** Shown in place of what cannot be done. */
  readonly note?: string | undefined;
}

/** The list of a combobox, in the top layer. At most 200 options are drawn at once. */
export function OptionList({ combobox, isChosen, many, note }: OptionListProps) {
  const { choices, active, byKeyboard, listId, list, query } = combobox;
  const [from, to] = drawnRange(choices.length, byKeyboard ? active : Math.max(0, active));
  const left = choices.length - (to - from);
  return (
    <div ref={list} className={styles.popup} popover="manual" onPointerDown={(event) => event.preventDefault()}>
      {note ? <div className={styles.note}>{note}</div> : null}
      <div id={listId} className={styles.list} role="listbox" aria-label={elementText.options} aria-multiselectable={many || undefined}>
        {choices.slice(from, to).map((choice, offset) => {
          const at = from + offset;
          const chosen = choice.kind === "option" && isChosen(choice.id);
          return (
            <div
              key={`${choice.kind} ${choice.id}`}
              id={`${listId}-${at}`}
              role="option"
              className={styles.option}
              aria-selected={chosen}
              aria-posinset={at + 1}
              aria-setsize={choices.length}
              data-active={at === active || undefined}
              data-kind={choice.kind}
              onPointerMove={() => combobox.setActive(at)}
              onClick={() => combobox.choose(choice)}
            >
              <span className={styles.optionLabel}>{choice.kind === "add" ? elementText.add(choice.label) : choice.label}</span>
              {chosen ? <CheckGlyph /> : choice.kind === "add" ? <PlusGlyph /> : null}
            </div>
          );
        })}
      </div>
      {choices.length === 0 ? <div className={styles.note}>{query ? elementText.noMatch : elementText.noOptions}</div> : null}
      {left > 0 ? <div className={styles.note}>{elementText.more(left)}</div> : null}
    </div>
  );
}
