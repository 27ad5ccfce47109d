import { ROOT_IDS } from "@rivulet/protocol";
import { useEffect, useRef, useState, type CSSProperties } from "react";
import { text } from "../text.ts";
import { ElementView } from "./ElementView.tsx";
import { Icon } from "./Icon.tsx";
import { Logo } from "./Logo.tsx";
import { SidebarHandle } from "./SidebarHandle.tsx";
import { clampWidth, SIDEBAR, storedWidth } from "./sidebar-width.ts";
import { useNode, usePage } from "./store-context.ts";
import { useNavigation } from "./use-navigation.ts";
import { useNarrow } from "./use-narrow.ts";

/** The column at the side: collapsible, resizable, above the page where it is narrow. Absent while nothing is written to it. */
export function Sidebar() {
  const root = useNode(ROOT_IDS.sidebar);
  const navigation = usePage("navigation");
  const path = usePage("path");
  const { sidebar: config = "auto" } = usePage("config");
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<boolean>();
  const [width, setWidth] = useState(() => storedWidth() ?? SIDEBAR.initial);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const open = chosen ?? (config === "collapsed" ? false : config === "expanded" || !narrow);
  const over = narrow && open;
  const listed = navigation && (navigation.position === "sidebar" || (narrow && navigation.position === "top")) ? navigation : undefined;
  const pages = useNavigation(listed !== undefined);

  useEffect(() => {
    if (typeof config === "number" && storedWidth() === undefined) setWidth(clampWidth(config));
  }, [config]);
  // Where it lies over the page, the choice made on a wide page would hide the page.
  useEffect(() => setChosen(undefined), [narrow]);
  // Who has come to another page wants to see it.
  useEffect(() => setChosen((was) => (narrow ? undefined : was)), [path, narrow]);
  useEffect(() => {
    const page = document.querySelector<HTMLElement>(".rv-page");
    if (page) page.inert = over;
  }, [over]);

  if (!root?.children?.length && !listed) return null;
  const close = () => {
    setChosen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const show = () => {
    setChosen(true);
    requestAnimationFrame(() => panel.current?.querySelector("button")?.focus());
  };

  return (
    <>
      {!open && (
        <button ref={opener} className="rv-icon-button rv-sidebar-open" aria-label={text.showSidebar} aria-expanded={false} onClick={show}>
          <Icon name="panel" />
        </button>
      )}
      {over && <div className="rv-scrim" onClick={close} />}
      <aside
        ref={panel}
        className="rv-sidebar"
        aria-label={text.sidebar}
        hidden={!open}
        style={{ "--rv-sidebar-width": `${width}px` } as CSSProperties}
        onKeyDown={(event) => {
          if (over && event.key === "Escape" && !event.defaultPrevented) close();
        }}
      >
        <div className="rv-sidebar-body">
          <button className="rv-icon-button rv-sidebar-close" aria-label={text.hideSidebar} aria-expanded onClick={close}>
            <Icon name="panel" />
          </button>
          <Logo />
          {listed && pages && <pages.SidebarNavigation navigation={listed} />}
          <ElementView id={ROOT_IDS.sidebar} />
        </div>
        {!narrow && <SidebarHandle width={width} onWidth={setWidth} />}
      </aside>
    </>
  );
}
