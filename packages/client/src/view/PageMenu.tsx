import { useEffect, useRef, useState } from "react";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { usePage } from "./store-context.ts";
import { useLateViews } from "./use-late-views.ts";

/** The one menu: theme, rerun, print, about and what the page itself adds. */
export function PageMenu({ rerun }: { readonly rerun: () => void }) {
  const [open, setOpen] = useState(false);
  const [about, setAbout] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { menu } = usePage("config");
  const views = useLateViews(open || about);

  useEffect(() => {
    if (!open) return undefined;
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
  return (
    <div className="rv-menu" ref={frame}>
      <button
        ref={button}
        className="rv-icon-button"
        aria-label={text.menu}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && views && <views.MenuItems menu={menu} rerun={rerun} showAbout={() => setAbout(true)} close={close} />}
      {about && views && <views.About body={menu?.about} onClose={() => setAbout(false)} />}
    </div>
  );
}
