import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { themeChoice, type Theme } from "../theme/theme-choice.ts";
import { text } from "../text.ts";
import { About } from "./About.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { usePage } from "./store-context.ts";

const THEMES = [
  ["light", "sun"],
  ["dark", "moon"],
  ["system", "device"],
] as const satisfies readonly (readonly [Theme, IconName])[];

/** The one menu: theme, rerun, print, about and what the page itself adds. */
export function PageMenu({ rerun }: { readonly rerun: () => void }) {
  const [open, setOpen] = useState(false);
  const [about, setAbout] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { menu } = usePage("config");

  useEffect(() => {
    if (!open) return;
    frame.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
    const outside = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (action: () => void) => () => {
    close();
    action();
  };

  return (
    <div className="rv-menu" ref={frame}>
      <button ref={button} className="rv-icon-button" aria-label={text.menu} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="menu" />
      </button>
      {open && (
        <div className="rv-menu-list" role="menu" aria-label={text.menu} onKeyDown={(event) => onMenuKey(event, close)}>
          <ThemeItems />
          <hr />
          <Item icon="rerun" label={text.rerun} onClick={choose(rerun)} />
          <Item icon="print" label={text.print} onClick={choose(() => setTimeout(() => print()))} />
          {menu?.help !== undefined && <Item icon="help" label={text.getHelp} onClick={choose(() => visit(menu.help))} />}
          {menu?.bug !== undefined && <Item icon="bug" label={text.reportBug} onClick={choose(() => visit(menu.bug))} />}
          <Item icon="about" label={text.about} onClick={choose(() => setAbout(true))} />
        </div>
      )}
      {about && <About body={menu?.about} onClose={() => setAbout(false)} />}
    </div>
  );
}

function ThemeItems() {
  const chosen = useSyncExternalStore(themeChoice.subscribe, () => themeChoice.chosen);
  return (
    <div className="rv-menu-themes" role="group" aria-label={text.theme}>
      {THEMES.map(([theme, icon]) => (
        <button
          key={theme}
          role="menuitemradio"
          aria-checked={theme === chosen}
          tabIndex={-1}
          onClick={() => themeChoice.choose(theme)}
        >
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
  const step = STEPS[event.key];
  const next = step !== undefined ? (at + step + items.length) % items.length : event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : at;
  if (next === at) return;
  event.preventDefault();
  items[next]?.focus();
}
