import { useMemo } from "react";
import type { ElementProps } from "./element-props.ts";
import styles from "./Heading.module.css";
import { Icon } from "./Icon.tsx";
import { AnchorLink } from "./markdown/AnchorLink.tsx";
import { InlineMarkdown, usePlainText } from "./markdown/InlineMarkdown.tsx";
import { slug } from "./markdown/slug.ts";
import { HelpTip } from "./widget/HelpTip.tsx";

/** A title, header or subheader, with a link to itself. */
export function Heading({ props }: ElementProps<"heading">) {
  const { body, level, help, icon, icons, divider, textAlignment, wrap = true } = props;
  const plain = usePlainText(body);
  const anchor = useMemo(() => (props.anchor === false ? undefined : (props.anchor ?? slug(plain))), [props.anchor, plain]);
  const Tag = `h${level}` as "h1";
  return (
    <div className={styles.row} data-level={level} data-divider={divider} style={{ textAlign: textAlignment }}>
      <Tag className={styles.heading} id={anchor || undefined} data-line={!wrap || undefined}>
        {icon ? (
          <span className={styles.icon}>
            <Icon icon={icon} icons={icons} />
          </span>
        ) : null}
        <InlineMarkdown body={body} icons={icons} />
      </Tag>
      {help ? (
        <span className={styles.help}>
          <HelpTip help={help} icons={icons} />
        </span>
      ) : null}
      {anchor ? (
        <span className={styles.anchor}>
          <AnchorLink anchor={anchor} heading={plain} />
        </span>
      ) : null}
    </div>
  );
}
