import { useEffect, useMemo, useRef, type MouseEvent, type RefObject } from "react";
import styles from "./Button.module.css";
import type { ElementProps } from "./element-props.ts";
import { Icon } from "./Icon.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import { isApple } from "./widget/platform.ts";
import { ariaShortcut, couldBeTyping, matchesShortcut, parseShortcut, shownShortcut, type Shortcut } from "./widget/shortcut.ts";
import { Tip } from "./widget/Tip.tsx";

interface ButtonProps extends ElementProps<"button"> {
  /** Makes it a submit button of the form around it; called instead of `fire`. */
  readonly submit?: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** A button. Its help is a tip of the button itself. */
export function Button({ props, fire, submit }: ButtonProps) {
  const { label, help, kind, icon, icons, iconPosition = "left", disabled, wrap = true } = props;
  const button = useRef<HTMLButtonElement>(null);
  const shortcut = useMemo(() => (props.shortcut === undefined ? undefined : parseShortcut(props.shortcut, isApple())), [props.shortcut]);
  useShortcut(shortcut, button);
  const draw = (tipId?: string) => (
    <button
      ref={button}
      type={submit ? "submit" : "button"}
      className={styles.button}
      data-kind={kind}
      data-end={iconPosition === "right" || undefined}
      disabled={disabled}
      aria-describedby={tipId}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      // A field that the press would blur could complain, and move the button away from below the pointer before it clicks.
      onMouseDown={submit && ((event) => event.preventDefault())}
      onClick={(event) => (submit ? submit(event) : fire(true))}
    >
      {icon ? <Icon icon={icon} icons={icons} /> : null}
      {label === "" ? null : (
        <span className={styles.label} data-line={!wrap || undefined}>
          <InlineMarkdown body={label} icons={icons} links={false} />
        </span>
      )}
      {shortcut ? (
        <kbd className={styles.keys} aria-hidden="true">
          {shownShortcut(shortcut, isApple())}
        </kbd>
      ) : null}
    </button>
  );
  if (!help) return draw();
  return (
    <Tip body={help} icons={icons} className={styles.tipped} anchor={button}>
      {draw}
    </Tip>
  );
}

/** Presses a button by keys, wherever the focus is; keys that could be typing do not count inside a field, nor does a button nobody sees. */
function useShortcut(shortcut: Shortcut | undefined, button: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    if (!shortcut) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const target = button.current;
      if (!target || target.disabled || event.defaultPrevented || event.repeat || event.isComposing) return;
      if (!matchesShortcut(shortcut, event) || !target.checkVisibility({ visibilityProperty: true }) || target.closest("[inert]")) return;
      if (couldBeTyping(shortcut) && event.target instanceof HTMLElement && takesKeys(event.target)) return;
      event.preventDefault();
      target.click();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [shortcut, button]);
}

function takesKeys(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input, textarea, select, button, [role='grid'] *, [contenteditable]");
}
