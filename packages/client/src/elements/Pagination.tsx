import { useId, useRef } from "react";
import { inDigits } from "../i18n/session-locale.ts";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ChevronGlyph } from "./Glyphs.tsx";
import styles from "./Pagination.module.css";
import { useRoom } from "./pagination/use-room.ts";
import { visiblePages } from "./pagination/visible-pages.ts";
import { OptionalField } from "./widget/OptionalField.tsx";

/** Pixels of an arrow, of the gap beside each button, of a button's padding and of a digit. */
const ARROW = 36;
const GAP = 4;
const PADDING = 18;
const DIGIT = 9;

/** Buttons for pages, as many as fit. */
export function Pagination({ props, value, setValue }: ElementProps<"pagination">) {
  const { pages, maxVisible = Infinity, disabled = false, width } = props;
  const id = useId();
  const nav = useRef<HTMLElement>(null);
  const room = Math.min(useRoom(nav) ?? 0, typeof width === "number" ? width : Infinity);
  const button = Math.max(ARROW, PADDING + DIGIT * String(pages).length);
  const fitting = Math.max(1, Math.floor((room - 2 * ARROW - GAP) / (button + GAP)));
  const go = (page: number) => {
    if (page >= 1 && page <= pages && page !== value) setValue(page);
  };
  const arrow = (to: number, name: string) => (
    <button
      type="button"
      className={styles.arrow}
      aria-label={name}
      disabled={disabled}
      // Not disabled at an end: the focus would be lost there.
      aria-disabled={to < 1 || to > pages || undefined}
      data-forth={to > value || undefined}
      onClick={() => go(to)}
    >
      <ChevronGlyph />
    </button>
  );
  return (
    <OptionalField props={props} labelId={`${id}label`} fallback={elementText.pagination}>
      {(name) => (
        <nav
          ref={nav}
          className={styles.pagination}
          data-stretch={width === "stretch" || typeof width === "number" || undefined}
          style={{ "--button": `${button}px` }}
          {...name}
        >
          {arrow(value - 1, elementText.previousPage)}
          {maxVisible === 0 ? (
            <span className={styles.spoken} aria-live="polite">
              {elementText.pageOf(value, pages)}
            </span>
          ) : (
            <span className={styles.pages}>
              {visiblePages(pages, value, Math.min(maxVisible, fitting)).map((slot) =>
                typeof slot === "number" ? (
                  <button
                    key={slot}
                    type="button"
                    className={styles.page}
                    aria-label={elementText.page(slot)}
                    aria-current={slot === value ? "page" : undefined}
                    disabled={disabled}
                    onClick={() => go(slot)}
                  >
                    {inDigits(slot)}
                  </button>
                ) : (
                  <span key={slot} className={styles.gap} aria-hidden="true">
                    …
                  </span>
                ),
              )}
            </span>
          )}
          {arrow(value + 1, elementText.nextPage)}
        </nav>
      )}
    </OptionalField>
  );
}
