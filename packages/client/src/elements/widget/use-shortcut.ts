import { useEffect, useMemo, type RefObject } from "react";
import { isApple } from "./platform.ts";
import { couldBeTyping, matchesShortcut, parseShortcut, type Shortcut } from "./shortcut.ts";

/** Presses a control by keys, wherever the focus is; keys that could be typing do not count inside a field, nor does a control nobody sees. */
export function useShortcut(keys: string | undefined, target: RefObject<HTMLElement | null>): Shortcut | undefined {
  const shortcut = useMemo(() => (keys === undefined ? undefined : parseShortcut(keys, isApple())), [keys]);
  useEffect(() => {
    if (!shortcut) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const control = target.current;
      if (!control || control.matches(":disabled, [aria-disabled='true']")) return;
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      if (!matchesShortcut(shortcut, event) || !control.checkVisibility({ visibilityProperty: true }) || control.closest("[inert]")) return;
      if (couldBeTyping(shortcut) && event.target instanceof HTMLElement && takesKeys(event.target)) return;
      event.preventDefault();
      control.click();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [shortcut, target]);
  return shortcut;
}

function takesKeys(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input, textarea, select, button, a, [role='grid'] *, [contenteditable]");
}
