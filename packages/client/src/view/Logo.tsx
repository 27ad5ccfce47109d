import { mediaUrl } from "../media.ts";
import { pageMeta } from "../page-meta.ts";
import { text } from "../text.ts";
import { usePage } from "./store-context.ts";

/** The page's logo. It leads to the start page, or where the page says. `small`: where there is little room. */
export function Logo({ small = false }: { readonly small?: boolean }) {
  const { logo } = usePage("config");
  if (logo === undefined) return null;
  const { image, icon, size, link, alt } = logo;
  const { src, media } = (small && icon) || image;
  return (
    <a
      className="rv-logo"
      data-size={size}
      {...(link === undefined
        ? { href: pageMeta().base, title: text.startPage }
        : { href: link, target: "_blank", rel: "noopener noreferrer" })}
    >
      <img src={media === undefined ? src : mediaUrl(media)} alt={alt} />
    </a>
  );
}
