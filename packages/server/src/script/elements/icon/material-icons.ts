import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
  readonly aliases: Readonly<Record<string, { readonly parent: string } | undefined>>;
}

/** Ten megabytes in each thread that shows an icon: let go once the few that a page uses are found. */
let lastRead: WeakRef<IconSet> | undefined;
/** Every name there is, kept: a text full of names that do not exist must not have the set read again and again. */
let names: ReadonlySet<string> | undefined;
const found = new Map<string, string>();

/** Names end so for each drawing of one icon; of several, the lightest is what a bare name means. */
const DRAWINGS = ["-outline-rounded", "-rounded", "-outline", ""];
const SUFFIX = /-(?:outline|rounded|sharp|outline-rounded|outline-sharp)$/;

/** The outline of a Material icon, drawn on 24 by 24: `thumb_up`; exact drawings by their own names, `thumb-up-sharp`. */
export function materialIcon(name: string): string | undefined {
  const known = found.get(name);
  if (known !== undefined) return known;
  const base = name.replaceAll("_", "-");
  for (const drawing of DRAWINGS) {
    const outline = outlineOf(base + drawing);
    if (outline === undefined) continue;
    found.set(name, outline);
    return outline;
  }
  return undefined;
}

/** The names that come closest to one that does not exist, best first. */
export function nearestIcons(name: string, count = 3): string[] {
  const wanted = name.replaceAll("_", "-");
  const bare = new Set(Array.from(allNames(), (icon) => icon.replace(SUFFIX, "")));
  const byDistance = [...bare].map((icon) => ({ icon, distance: distanceOf(wanted, icon) }));
  byDistance.sort((a, b) => a.distance - b.distance || a.icon.length - b.icon.length);
  return byDistance.slice(0, count).map(({ icon }) => icon.replaceAll("-", "_"));
}

function outlineOf(name: string): string | undefined {
  if (!allNames().has(name)) return undefined;
  const { icons, aliases } = iconSet();
  const body = (Object.hasOwn(icons, name) ? icons[name] : icons[aliases[name]?.parent ?? ""])?.body;
  return body === undefined ? undefined : /\sd="([^"]+)"/.exec(body)?.[1];
}

function allNames(): ReadonlySet<string> {
  if (names === undefined) {
    const { icons, aliases } = iconSet();
    names = new Set([...Object.keys(icons), ...Object.keys(aliases)]);
  }
  return names;
}

/** Read when the first icon is named, and not by pages without any. */
function iconSet(): IconSet {
  const held = lastRead?.deref();
  if (held !== undefined) return held;
  const read = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("@iconify-json/material-symbols/icons.json"), "utf8"),
  ) as IconSet;
  lastRead = new WeakRef(read);
  return read;
}

/** Edits between two names; a name that contains the other is near. */
function distanceOf(a: string, b: string): number {
  if (b.includes(a) || a.includes(b)) return Math.abs(a.length - b.length) / 10;
  if (Math.abs(a.length - b.length) > 6) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
