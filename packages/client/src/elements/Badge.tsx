import { useRef } from "react";
import styles from "./Badge.module.css";
import type { ElementProps } from "./element-props.ts";
import { Icon } from "./Icon.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import markdown from "./markdown/Markdown.module.css";
import { Tip } from "./widget/Tip.tsx";

/** A small coloured label. */
export function Badge({ props }: ElementProps<"badge">) {
  const { label, icon, icons, color, help } = props;
  const face = useRef<HTMLButtonElement>(null);
  const content = (
    <>
      {icon ? <Icon icon={icon} icons={icons} /> : null}
      <InlineMarkdown body={label} icons={icons} links={!help} />
    </>
  );
  const look = `${markdown.badge} ${markdown[color]} ${styles.badge}`;
  if (!help) return <span className={look}>{content}</span>;
  return (
    <Tip body={help} icons={icons} anchor={face}>
      {(tipId, toggle) => (
        <button ref={face} type="button" className={`${look} ${styles.helped}`} aria-describedby={tipId} onClick={toggle}>
          {content}
        </button>
      )}
    </Tip>
  );
}
