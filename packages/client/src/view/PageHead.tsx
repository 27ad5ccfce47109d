import { usePage } from "./store-context.ts";

/** Title and icon of the browser's tab, as the page set them. React moves both into the document's head. */
export function PageHead() {
  const { title, icon } = usePage("config");
  return (
    <>
      {title !== undefined && <title>{title}</title>}
      {icon !== undefined && <link rel="icon" href={iconUrl(icon)} />}
    </>
  );
}

/** An address for an icon that is one: an address or SVG as it is, an emoji drawn into an SVG. */
export function iconUrl(icon: string): string {
  if (/^(data:|https?:|\/)/.test(icon)) return icon;
  const svg = icon.startsWith("<svg") ? icon : emojiSvg(icon);
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function emojiSvg(emoji: string): string {
  const safe = emoji.replace(/[<>&]/g, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text y=".9em" font-size="90">${safe}</text></svg>`;
}
