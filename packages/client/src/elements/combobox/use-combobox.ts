import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { useAnchored } from "../widget/use-anchored.ts";
import type { Choice } from "./choices.ts";

interface ComboboxOptions {
  /** What the list shows for the text typed since it opened. The same function as before: the same list, which is not searched for again. */
  readonly find: (query: string) => readonly Choice[];
  /** The choice that is active when the list opens. */
  readonly selected: string | undefined;
  readonly choose: (choice: Choice) => void;
  /** True if the list stays open after a choice. */
  readonly many: boolean;
  readonly disabled: boolean;
  /** False: typing jumps to the next option that begins so. */
  readonly searchable: boolean;
  /** Called for Backspace in an empty field. */
  readonly onBackspace?: () => void;
}

/** The state of a field with a list of options below it, and what its parts need. */
export interface Combobox {
  readonly open: boolean;
  /** Undefined until something was typed. */
  readonly query: string | undefined;
  readonly choices: readonly Choice[];
  readonly active: number;
  /** True if the active option was reached by keyboard: the list is drawn around it, and it is in view. */
  readonly byKeyboard: boolean;
  readonly listId: string;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly setActive: (at: number) => void;
  readonly choose: (choice: Choice) => void;
  readonly type: (text: string) => void;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface State {
  readonly open: boolean;
  readonly query: string | undefined;
  readonly active: number;
  readonly byKeyboard: boolean;
}

const CLOSED: State = { open: false, query: undefined, active: -1, byKeyboard: false };
const PAGE = 10;
/** Milliseconds within which keys belong to one word when typing jumps. */
const WORD_TIME = 700;

/** Runs a combobox by the ARIA pattern: the field keeps the focus, `aria-activedescendant` walks the list. */
export function useCombobox({ find, selected, choose, many, disabled, searchable, onBackspace }: ComboboxOptions): Combobox {
  const [state, setState] = useState(CLOSED);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const word = useRef({ text: "", at: 0 });
  const { open, query, active, byKeyboard } = state;
  const choices = useMemo(() => (open ? find(query ?? "") : NO_CHOICES), [open, query, find]);
  useAnchored({ anchor: box, floating: list, open, matchWidth: true });
  // After it has been shown: what is not displayed does not scroll.
  useLayoutEffect(() => {
    if (open && byKeyboard) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [open, active, byKeyboard]);

  const show = (text?: string) => {
    if (disabled) return;
    const found = find(text ?? "");
    const at = text ? firstOption(found) : found.findIndex((choice) => choice.id === selected && choice.kind === "option");
    setState({ open: true, query: text, active: at, byKeyboard: true });
  };
  const close = () => setState(CLOSED);
  const take = (choice: Choice) => {
    choose(choice);
    if (many) setState((now) => ({ ...now, query: undefined, active: now.query === undefined ? now.active : -1, byKeyboard: false }));
    else close();
  };
  const move = (to: number) => setState({ ...state, active: Math.max(0, Math.min(choices.length - 1, to)), byKeyboard: true });
  const jump = (letter: string) => {
    const now = Date.now();
    const text = now - word.current.at < WORD_TIME ? word.current.text + letter : letter;
    word.current = { text, at: now };
    const all = find("");
    const at = all.findIndex(({ label }) => label.toLowerCase().startsWith(text.toLowerCase()));
    if (at >= 0) setState({ open: true, query: undefined, active: at, byKeyboard: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (disabled || event.nativeEvent.isComposing) return;
    const { key } = event;
    const current = choices[active];
    if (key === "Backspace" && event.currentTarget.value === "" && onBackspace) onBackspace();
    else if (key === "Escape" && open) close();
    else if (key === "Tab") return close();
    else if (key === "Enter" && open) {
      if (current) take(current);
    } else if (key === "ArrowDown" || key === "ArrowUp" || (key === "Enter" && !many)) {
      if (!open) show();
      else if (key === "ArrowUp" && event.altKey) close();
      else move(active + (key === "ArrowDown" ? 1 : active < 0 ? choices.length : -1));
    } else if (open && (key === "PageDown" || key === "PageUp")) move(active + (key === "PageDown" ? PAGE : -PAGE));
    else if (open && !searchable && (key === "Home" || key === "End")) move(key === "Home" ? 0 : choices.length - 1);
    else if (!searchable && key === " ") {
      if (open && current) take(current);
      else show();
    } else if (!searchable && key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) jump(key);
    else return;
    event.preventDefault();
    if (key === "Escape") event.stopPropagation();
  };

  return {
    open,
    query,
    choices,
    active,
    byKeyboard,
    listId: useId(),
    box,
    list,
    setActive: (at) => setState((now) => (now.active === at ? now : { ...now, active: at, byKeyboard: false })),
    choose: take,
    type: show,
    toggle: () => (open ? close() : show()),
    close,
    onKeyDown,
  };
}

const NO_CHOICES: readonly Choice[] = [];

/** After typing, Enter takes the best option. */
function firstOption(choices: readonly Choice[]): number {
  return choices.findIndex(({ kind }) => kind !== "all");
}
