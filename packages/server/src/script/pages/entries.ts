import type { Navigation, NavigationLink } from "@rivulet/protocol";
import { addressOf } from "../../thread/page-routes.ts";
import { iconsInAll } from "../elements/icon/icons-in.ts";
import type { Page } from "./page.ts";

/** A page of the app at its path. */
export interface PageEntry {
  /** With the names of its parameters. */
  readonly path: string;
  readonly title: string;
  readonly icon?: string | undefined;
  /** Heading of its part of the navigation; "" has none. */
  readonly section: string;
  readonly visible: boolean;
  /** Its file, if it is one. */
  readonly id?: string | undefined;
  /** An address elsewhere. */
  readonly url?: string | undefined;
  /** As `st.page` declared it. */
  readonly page?: Page | undefined;
}

/** What a browser shows of these pages: with one there is nothing to choose. */
export function navigationOf(
  entries: readonly PageEntry[],
  { position, expanded }: Pick<Navigation, "position" | "expanded">,
  current: string | undefined,
): Navigation {
  const shown = entries.filter(({ visible }) => visible);
  const sections = new Map<string, NavigationLink[]>();
  for (const { section, title, icon, path, url } of shown) {
    const link = url === undefined ? { title, icon, path: addressOf(path) } : { title, icon, url };
    sections.set(section, [...(sections.get(section) ?? []), link]);
  }
  return {
    position: shown.length < 2 ? "hidden" : position,
    expanded,
    sections: [...sections].map(([title, pages]) => ({ title, pages })),
    current,
    icons: iconsInAll(shown.map(({ icon }) => icon)),
  };
}
