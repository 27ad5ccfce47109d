/** Keys that press a button together. */
export interface Shortcut {
  /** As in `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  esc: "escape",
  space: " ",
  up: "arrowup",
  down: "arrowdown",
  left: "arrowleft",
  right: "arrowright",
  del: "delete",
  return: "enter",
  plus: "+",
};

/** Reads "Ctrl+K", "Shift+Enter", "F5", "Mod+S"; Mod, and Ctrl on Apple's systems, is the command key. Undefined if a key is missing. */
export function parseShortcut(text: string, apple: boolean): Shortcut | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/\s*\+\s*/);
  const last = parts.pop();
  if (!last) return undefined;
  const held = new Set(parts);
  const command = held.has("ctrl") || held.has("control") || held.has("mod") || held.has("cmd") || held.has("command");
  return {
    key: NAMES[last] ?? last,
    ctrl: command && !apple,
    meta: (command && apple) || held.has("meta"),
    alt: held.has("alt") || held.has("option"),
    shift: held.has("shift"),
  };
}

/** True if the event is the shortcut's. Shift is not asked for where it only makes the sign ("?"). */
export function matchesShortcut(
  shortcut: Shortcut,
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
): boolean {
  const letter = /^[a-z0-9]$/.test(shortcut.key);
  // Alt and other layouts change the sign that a letter key gives, so its place counts too.
  const key =
    event.key.toLowerCase() === shortcut.key ||
    (letter && (event.code.toLowerCase() === `key${shortcut.key}` || event.code === `Digit${shortcut.key}`) && event.altKey);
  const sign = shortcut.key.length === 1 && !letter;
  return (
    key &&
    event.ctrlKey === shortcut.ctrl &&
    event.metaKey === shortcut.meta &&
    event.altKey === shortcut.alt &&
    (sign || event.shiftKey === shortcut.shift)
  );
}

/** True if the shortcut could be typing: nothing is held but perhaps Shift, and the key is not a function key. */
export function couldBeTyping(shortcut: Shortcut): boolean {
  return !shortcut.ctrl && !shortcut.meta && !shortcut.alt && !/^f\d{1,2}$/.test(shortcut.key);
}

/** The shortcut as `aria-keyshortcuts` wants it: "Control+K". */
export function ariaShortcut({ key, ctrl, meta, alt, shift }: Shortcut): string {
  const name =
    key === " "
      ? "Space"
      : key.length === 1
        ? key.toUpperCase()
        : key.replace(/^arrow(.)|^(.)/, (_, a?: string, b?: string) => (a ? `Arrow${a.toUpperCase()}` : (b ?? "").toUpperCase()));
  return [ctrl && "Control", meta && "Meta", alt && "Alt", shift && "Shift", name].filter(Boolean).join("+");
}

/** The shortcut as people read it: "Ctrl+K", "⌘K". */
export function shownShortcut(shortcut: Shortcut, apple: boolean): string {
  const { key, ctrl, meta, alt, shift } = shortcut;
  const name =
    key === " "
      ? "Space"
      : key === "enter"
        ? "↵"
        : key.startsWith("arrow")
          ? { up: "↑", down: "↓", left: "←", right: "→" }[key.slice(5)]
          : undefined;
  const shown = name ?? (key.length === 1 ? key.toUpperCase() : `${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  if (apple) return `${ctrl ? "⌃" : ""}${alt ? "⌥" : ""}${shift ? "⇧" : ""}${meta ? "⌘" : ""}${shown}`;
  return [ctrl && "Ctrl", meta && "Meta", alt && "Alt", shift && "Shift", shown].filter(Boolean).join("+");
}
