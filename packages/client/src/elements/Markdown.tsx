import type { ElementProps } from "./element-props.ts";
import markdown from "./markdown/Markdown.module.css";
import { MarkdownBody } from "./markdown/MarkdownBody.tsx";
import styles from "./Markdown.module.css";
import { HelpTip } from "./widget/HelpTip.tsx";

/** Markdown, also captions. */
export function Markdown({ props }: ElementProps<"markdown">) {
  const { body, cursor, caption, help, icons, textAlignment, anchors = true, wrap = true } = props;
  const looks = [markdown.markdown, caption && markdown.caption, !wrap && markdown.line, styles.body];
  const content = (
    <div className={looks.filter(Boolean).join(" ")} style={{ textAlign: textAlignment }}>
      <MarkdownBody body={body} cursor={cursor} icons={icons} anchors={anchors} />
    </div>
  );
  if (!help) return content;
  return (
    <div className={styles.helped}>
      {content}
      <span className={styles.help}>
        <HelpTip help={help} icons={icons} />
      </span>
    </div>
  );
}
