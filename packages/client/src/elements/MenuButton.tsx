import { optionIdAt } from "@rivulet/protocol";
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ChevronGlyph } from "./Glyphs.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import { menuTarget } from "./menu/menu-target.ts";
import styles from "./MenuButton.module.css";
import { ButtonLook } from "./widget/ButtonLook.tsx";
import { useAnchored } from "./widget/use-anchored.ts";

/** A button that opens a menu of actions, by the ARIA pattern: the focus walks the items, Escape and Tab close. */
export function MenuButton({ props, fire }: ElementProps<"menuButton">) {
  const { options, icons, disabled } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** Where the focus goes when the menu opens; undefined while it is closed. */
  const [entry, setEntry] = useState<"first" | "last">();
  const open = entry !== undefined && !disabled;
  useAnchored({ anchor: button, floating: menu, open, matchWidth: "least" });
  useLayoutEffect(() => {
    if (!open) return;
    const items = itemsOf(menu.current);
    (items.at(entry === "first" ? 0 : -1) ?? menu.current)?.focus({ preventScroll: true });
  }, [open, entry]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && (menu.current?.contains(target) || button.current?.contains(target)))) setEntry(undefined);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const close = () => {
    setEntry(undefined);
    button.current?.focus({ preventScroll: true });
  };
  const onButtonKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: "first", ArrowUp: "last" }[event.key] as "first" | "last" | undefined;
    if (to === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setEntry(to);
  };
  const onMenuKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") {
      // Tab goes on from the button, as if the menu were not there.
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const items = itemsOf(menu.current);
    const labels = items.map(({ textContent }) => textContent);
    const next = items[menuTarget(event, items.indexOf(document.activeElement as HTMLElement), labels)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <ButtonLook props={props} target={button} quiet={open}>
        {(look, face) => (
          <button
            {...look}
            ref={button}
            id={`${id}button`}
            type="button"
            disabled={disabled}
            aria-haspopup="menu"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setEntry(open ? undefined : "first")}
            onKeyDown={onButtonKey}
          >
            {face}
            <span className={styles.chevron} data-open={open || undefined}>
              <ChevronGlyph />
            </span>
          </button>
        )}
      </ButtonLook>
      {open ? (
        <div
          ref={menu}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-labelledby={`${id}button`}
          popover="manual"
          className={styles.menu}
          onKeyDown={onMenuKey}
          onBlur={({ relatedTarget, currentTarget }) => {
            if (relatedTarget && relatedTarget !== button.current && !currentTarget.contains(relatedTarget)) setEntry(undefined);
          }}
        >
          <div className={styles.items} role="presentation">
            {options.map((label, at) => (
              <button
                key={optionIdAt(options, at)}
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.item}
                onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
                onClick={() => {
                  close();
                  fire(optionIdAt(options, at));
                }}
              >
                <InlineMarkdown body={label} icons={icons} links={false} />
              </button>
            ))}
          </div>
          {options.length === 0 ? <div className={styles.note}>{elementText.noOptions}</div> : null}
        </div>
      ) : null}
    </>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role='menuitem']") ?? [])];
}
