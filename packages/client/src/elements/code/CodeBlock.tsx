import type { Height } from "@rivulet/protocol";
import { useMemo } from "react";
import { CopyButton } from "../CopyButton.tsx";
import { elementText } from "../element-text.ts";
import { ScrollBox } from "../ScrollBox.tsx";
import styles from "./CodeBlock.module.css";
import { htmlLines } from "./html-lines.ts";
import { useHighlighted } from "./use-highlighted.ts";

interface CodeBlockProps {
  readonly body: string;
  readonly language?: string | undefined;
  readonly lineNumbers?: boolean | undefined;
  readonly wrapLines?: boolean | undefined;
  readonly height?: Height | undefined;
}

/** Code with a copy button. Plain until the highlighter has arrived, in the same size. */
export function CodeBlock({ body, language, lineNumbers = false, wrapLines = false, height }: CodeBlockProps) {
  const html = useHighlighted(body, language);
  const lines = useMemo(() => (lineNumbers ? htmlLines(html ?? escape(body)) : undefined), [lineNumbers, html, body]);
  return (
    <div className={styles.block} data-wrap={wrapLines || undefined} data-stretch={height === "stretch" || undefined}>
      <ScrollBox label={elementText.code} maxHeight={typeof height === "number" ? height : height === "stretch" ? "100%" : undefined}>
        <pre className={styles.pre}>
          {lines ? (
            <code className={styles.numbered} style={{ "--digits": String(lines.length).length }}>
              {lines.map((line, at) => (
                <span key={at} dangerouslySetInnerHTML={{ __html: `${line}\n` }} />
              ))}
            </code>
          ) : html === undefined ? (
            <code>{body}</code>
          ) : (
            <code dangerouslySetInnerHTML={{ __html: html }} />
          )}
        </pre>
      </ScrollBox>
      <div className={styles.tools}>
        <CopyButton text={() => body} />
      </div>
    </div>
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
