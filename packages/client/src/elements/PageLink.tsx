import { useRef } from "react";
import { pageHref } from "../page-meta.ts";
import type { ElementProps } from "./element-props.ts";
import { Icon } from "./Icon.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import styles from "./PageLink.module.css";
import { Tip } from "./widget/Tip.tsx";

/** A link to a page of the app, or to an address elsewhere, which opens beside it. */
export function PageLink({ props }: ElementProps<"pageLink">) {
  const { label, path, query = "", url, current, icon, icons, iconPosition, help, disabled } = props;
  const link = useRef<HTMLAnchorElement>(null);
  const draw = (tipId?: string) => (
    <a
      ref={link}
      className={styles.link}
      data-end={iconPosition === "right" || undefined}
      aria-describedby={tipId}
      {...(disabled
        ? { role: "link", "aria-disabled": true, tabIndex: help ? 0 : undefined }
        : path === undefined
          ? { href: url, target: "_blank", rel: "noopener noreferrer" }
          : { href: pageHref({ path, query }), "data-page": "", "aria-current": current ? ("page" as const) : undefined })}
    >
      {icon ? <Icon icon={icon} icons={icons} /> : null}
      <span className={styles.label}>
        <InlineMarkdown body={label} icons={icons} links={false} />
      </span>
    </a>
  );
  if (!help) return draw();
  return (
    <Tip body={help} icons={icons} anchor={link}>
      {draw}
    </Tip>
  );
}
