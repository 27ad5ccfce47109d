import { useEffect } from "react";
import { pageMeta } from "../page-meta.ts";
import { usePage } from "./store-context.ts";

/** Keeps title and icon of the browser's tab as the page set them; without that they are as the server's HTML has them. */
export function PageHead() {
  const { title, icon } = usePage("config");
  useEffect(() => {
    if (title === undefined) return undefined;
    document.title = title;
    return () => {
      document.title = pageMeta().title;
    };
  }, [title]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon === undefined || !link) return undefined;
    const before = link.href;
    link.href = iconUrl(icon);
    return () => {
      link.href = before;
    };
  }, [icon]);
  return null;
}

/** An address for an icon that is one: an address or SVG as it is, an emoji drawn into an SVG. */
function iconUrl(icon: string): string {
  if (/^(data:|https?:|\/)/.test(icon)) return icon;
  const svg = icon.startsWith("<svg") ? icon : emojiSvg(icon);
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function emojiSvg(emoji: string): string {
  const safe = emoji.replace(/[<>&]/g, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text y=".9em" font-size="90">${safe}</text></svg>`;
}
