import type { PageConfig } from "@rivulet/protocol";
import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent } from "react";
import { isFromRight } from "../i18n/is-from-right.ts";
import { themeChoice, type Theme } from "../theme/theme-choice.ts";
import { text } from "../text.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface MenuItemsProps {
  /** What the page adds. */
  readonly menu: PageConfig["menu"];
  readonly rerun: () => void;
  readonly showAbout: () => void;
  readonly close: () => void;
}

/** The open menu. Arrow keys move, Escape and Tab close. */
export function MenuItems({ menu, rerun, showAbout, close }: MenuItemsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus(), []);
  const choose = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <div ref={list} className="rv-menu-list" role="menu" aria-label={text.menu} onKeyDown={(event) => onMenuKey(event, close)}>
      <ThemeItems />
      <hr />
      <Item icon="rerun" label={text.rerun} onClick={choose(rerun)} />
      <Item icon="print" label={text.print} onClick={choose(() => setTimeout(() => print()))} />
      {menu?.help !== undefined && <Item icon="help" label={text.getHelp} onClick={choose(() => visit(menu.help))} />}
      {menu?.bug !== undefined && <Item icon="bug" label={text.reportBug} onClick={choose(() => visit(menu.bug))} />}
      <Item icon="about" label={text.about} onClick={choose(showAbout)} />
    </div>
  );
}

const THEMES = [
  ["light", "sun"],
  ["dark", "moon"],
  ["system", "device"],
] as const satisfies readonly (readonly [Theme, IconName])[];

function ThemeItems() {
  const chosen = useSyncExternalStore(themeChoice.subscribe, () => themeChoice.chosen);
  return (
    <div className="rv-menu-themes" role="group" aria-label={text.theme}>
      {THEMES.map(([theme, icon]) => (
        <button key={theme} role="menuitemradio" aria-checked={theme === chosen} tabIndex={-1} onClick={() => themeChoice.choose(theme)}>
          <Icon name={icon} size={16} />
          {text.themes[theme]}
        </button>
      ))}
    </div>
  );
}

function Item({ icon, label, onClick }: { readonly icon: IconName; readonly label: string; readonly onClick: () => void }) {
  return (
    <button className="rv-menu-item" role="menuitem" tabIndex={-1} onClick={onClick}>
      <Icon name={icon} size={16} />
      {label}
    </button>
  );
}

function visit(url: string | undefined): void {
  if (url && /^(https?:|mailto:)/i.test(url)) open(url, "_blank", "noopener");
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function onMenuKey(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
    return;
  }
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const step = (STEPS[event.key] ?? NaN) * (sideways && isFromRight(event.currentTarget) ? -1 : 1);
  const next = !Number.isNaN(step)
    ? (at + step + items.length) % items.length
    : event.key === "Home"
      ? 0
      : event.key === "End"
        ? items.length - 1
        : at;
  if (next === at) return;
  event.preventDefault();
  items[next]?.focus();
}
