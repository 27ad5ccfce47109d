import type { AlertProps } from "@rivulet/protocol";
import type { ReactNode } from "react";
import styles from "./Alert.module.css";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { ErrorGlyph, InfoGlyph, SuccessGlyph, WarningGlyph } from "./Glyphs.tsx";
import { Icon } from "./Icon.tsx";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import markdown from "./markdown/Markdown.module.css";
import { MarkdownBody } from "./markdown/MarkdownBody.tsx";

const GLYPHS: Readonly<Record<AlertProps["kind"], ReactNode>> = {
  success: <SuccessGlyph size={18} />,
  info: <InfoGlyph size={18} />,
  warning: <WarningGlyph size={18} />,
  error: <ErrorGlyph size={18} />,
};

/** A coloured box with a message. Only errors interrupt a screen reader. */
export function Alert({ props }: ElementProps<"alert">) {
  const { kind, body, icon, icons, title } = props;
  return (
    <div className={styles.alert} data-kind={kind} role={kind === "error" ? "alert" : "status"}>
      <span className={styles.icon}>
        {icon ? <Icon icon={icon} icons={icons} /> : GLYPHS[kind]}
        {title ? null : <span className={styles.said}>{elementText.alert[kind]}: </span>}
      </span>
      <div className={`${styles.body} ${markdown.markdown}`}>
        {title ? (
          <div className={styles.title}>
            <InlineMarkdown body={title} icons={icons} />
          </div>
        ) : null}
        <MarkdownBody body={body} icons={icons} />
      </div>
    </div>
  );
}
