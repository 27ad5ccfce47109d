import { decodeEntities } from "./entities.ts";

const LINK_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
const IMAGE_PROTOCOLS = new Set(["http:", "https:"]);

/** Where a link may lead: http(s), mailto, tel, a relative path or a fragment; undefined for all else. */
export function safeLink(href: string): string | undefined {
  return safe(href, LINK_PROTOCOLS);
}

/** Where an image may come from: http(s) or a relative path. */
export function safeImage(src: string): string | undefined {
  return safe(src, IMAGE_PROTOCOLS);
}

/** True if a link leaves the app and should open beside it. */
export function isExternal(href: string): boolean {
  return /^(?:https?:)?[/\\]{2}/i.test(href);
}

function safe(url: string, protocols: ReadonlySet<string>): string | undefined {
  // Browsers drop controls and spaces before they look for a protocol, so they must not hide one here.
  // oxlint-disable-next-line no-control-regex
  const clean = decodeEntities(url).replaceAll(/[\u0000-\u0020\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g, "");
  const protocol = /^([^/?#]*?):/.exec(clean)?.[1];
  if (protocol === undefined) return decodeEntities(url).trim();
  return protocols.has(`${protocol.toLowerCase()}:`) ? decodeEntities(url).trim() : undefined;
}
