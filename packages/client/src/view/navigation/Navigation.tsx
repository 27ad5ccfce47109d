import type { Navigation, NavigationLink, NavigationSection } from "@rivulet/protocol";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../elements/Icon.tsx";
import { pageHref } from "../../page-meta.ts";
import { text } from "../../text.ts";
import { Icon as FrameIcon } from "../Icon.tsx";
import { usePage } from "../store-context.ts";
import styles from "./Navigation.module.css";

interface NavigationProps {
  readonly navigation: Navigation;
}

/** Pages that the sidebar lists at once, unless the app says another number. */
const LISTED = 10;

/** The pages of an app one below the other, in sections; of many the rest is there when asked for. */
export function SidebarNavigation({ navigation }: NavigationProps) {
  const { sections, expanded = LISTED, icons } = navigation;
  const current = useCurrent(navigation);
  const [all, setAll] = useState(false);
  const total = sections.reduce((sum, { pages }) => sum + pages.length, 0);
  const limit = expanded === true || all ? total : expanded === false ? LISTED : expanded;
  // One page more takes no more room than the button.
  const shown = total - limit > 1 ? firstOf(sections, limit, current) : sections;
  const aligned = sections.some(({ pages }) => hasIcons(pages));
  const left = total - shown.reduce((sum, { pages }) => sum + pages.length, 0);
  return (
    <nav className={styles.sidebar} aria-label={text.pages}>
      {shown.map(({ title, pages }) => (
        <Section key={title} title={title}>
          {pages.map((page) => (
            <Item key={keyOf(page)} page={page} current={current} icons={icons} aligned={aligned} />
          ))}
        </Section>
      ))}
      {(left > 0 || all) && (
        <button className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          <span className={styles.chevron} data-open={all || undefined} aria-hidden="true" />
          {all ? text.fewerPages : text.morePages(left)}
        </button>
      )}
    </nav>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  if (title === "") return <ul className={styles.list}>{children}</ul>;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

/** The pages of an app side by side; a section with a heading is a menu. */
export function TopNavigation({ navigation }: NavigationProps) {
  const { sections, icons } = navigation;
  const current = useCurrent(navigation);
  return (
    <nav className={styles.top} aria-label={text.pages}>
      <ul className={styles.row}>
        {sections.map(({ title, pages }) =>
          title === "" ? (
            pages.map((page) => <Item key={keyOf(page)} page={page} current={current} icons={icons} />)
          ) : (
            <li key={title}>
              <Menu title={title} active={pages.some(({ path }) => path === current)} path={current}>
                {pages.map((page) => (
                  <Item key={keyOf(page)} page={page} current={current} icons={icons} aligned={hasIcons(pages)} />
                ))}
              </Menu>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

interface MenuProps {
  readonly title: string;
  readonly active: boolean;
  /** Whoever has come to another page is done with the menu. */
  readonly path: string | undefined;
  readonly children: React.ReactNode;
}

function Menu({ title, active, path, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);
  return (
    <div
      ref={frame}
      className={styles.menu}
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape") return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} className={styles.link} data-active={active || undefined} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.name}>{title}</span>
        <span className={styles.chevron} data-open={open || undefined} aria-hidden="true" />
      </button>
      <ul className={styles.panel} hidden={!open}>
        {children}
      </ul>
    </div>
  );
}

interface ItemProps {
  readonly page: NavigationLink;
  readonly current: string | undefined;
  readonly icons: Navigation["icons"];
  /** Leaves room for an icon where there is none. */
  readonly aligned?: boolean;
}

function Item({ page: { title, icon, path, url }, current, icons, aligned = false }: ItemProps) {
  const face = (
    <>
      {(icon !== undefined || aligned) && <span className={styles.icon}>{icon !== undefined && <Icon icon={icon} icons={icons} />}</span>}
      <span className={styles.name}>{title}</span>
    </>
  );
  if (path === undefined)
    return (
      <li>
        <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer">
          {face}
          <FrameIcon name="elsewhere" size={14} />
          <span className={styles.unseen}> ({text.opensElsewhere})</span>
        </a>
      </li>
    );
  return (
    <li>
      <a className={styles.link} href={pageHref({ path, query: "" })} data-page="" aria-current={path === current ? "page" : undefined}>
        {face}
      </a>
    </li>
  );
}

/** The page that the user has gone to, at once; the server's word counts for addresses that no listed page has. */
function useCurrent({ sections, current }: Navigation): string | undefined {
  const path = usePage("path");
  return sections.some(({ pages }) => pages.some((page) => page.path === path)) ? path : current;
}

/** The first pages; the current one is among them in any case. */
function firstOf(sections: readonly NavigationSection[], limit: number, current: string | undefined): NavigationSection[] {
  let left = limit;
  return sections.flatMap(({ title, pages }) => {
    const kept = pages.filter(({ path }) => left-- > 0 || (path !== undefined && path === current));
    return kept.length > 0 ? [{ title, pages: kept }] : [];
  });
}

function hasIcons(pages: readonly NavigationLink[]): boolean {
  return pages.some(({ icon }) => icon !== undefined);
}

function keyOf({ path, url }: NavigationLink): string {
  return path ?? url ?? "";
}
