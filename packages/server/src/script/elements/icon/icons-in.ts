import { badOption } from "../../../errors.ts";
import { materialIcon, nearestIcons } from "./material-icons.ts";

type Icons = Readonly<Record<string, string>>;

const NAMED = /:material\/([a-z0-9_-]+):/g;
const ONE_NAMED = /^:material\/([a-z0-9_-]+):$/;
/** One emoji as Unicode puts them together: flags, key caps, skin tones, tags, joined sequences. */
const EMOJI =
  /^(?![\d#*]$)(?:\p{RI}{2}|\p{Emoji}(?:\p{EMod}|\uFE0F?\u20E3|\uFE0F|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*)$/u;

/** The outlines of the icons named in texts, for `props.icons`; undefined if none is. Unknown names stay text. */
export function iconsIn(...texts: readonly (string | undefined)[]): Icons | undefined {
  return iconsInAll(texts);
}

/** The same for a list of texts. */
export function iconsInAll(texts: readonly (string | undefined)[]): Icons | undefined {
  let icons: Record<string, string> | undefined;
  for (const text of texts) {
    if (text === undefined || !text.includes(":material/")) continue;
    for (const [, name = ""] of text.matchAll(NAMED)) {
      const outline = materialIcon(name);
      if (outline !== undefined) (icons ??= {})[name] = outline;
    }
  }
  return icons;
}

/** Checks an `icon` option: one emoji, `:material/name:` of an icon that exists, or a name that the element allows. */
export function checkIcon(call: string, icon: unknown, allowed?: string): void {
  if (icon === undefined || (icon === allowed && allowed !== undefined)) return;
  const more = allowed === undefined ? "" : `, or ${JSON.stringify(allowed)}`;
  if (typeof icon !== "string") throw badOption(call, "icon", `one emoji or ":material/name:"${more}`, icon);
  const name = ONE_NAMED.exec(icon)?.[1];
  if (name === undefined) {
    if (!isEmoji(icon)) throw badOption(call, "icon", `one emoji or ":material/name:"${more}`, icon);
  } else if (materialIcon(name) === undefined) {
    const near = nearestIcons(name).map((other) => `:material/${other}:`);
    throw badOption(call, "icon", `the name of a Material icon (near it: ${near.join(", ")})`, icon);
  }
}

export function isEmoji(text: string): boolean {
  return EMOJI.test(text);
}
