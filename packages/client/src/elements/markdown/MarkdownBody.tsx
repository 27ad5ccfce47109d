import { text } from "../../text.ts";
import styles from "./Markdown.module.css";
import { isPlainParagraph } from "./plain.ts";
import { useMarkdown } from "./use-markdown.ts";

interface MarkdownBodyProps {
  readonly body: string;
  /** What follows the body while it grows. */
  readonly cursor?: string | undefined;
  readonly icons?: Readonly<Record<string, string>> | undefined;
  /** True if headings show links to themselves. */
  readonly anchors?: boolean | undefined;
}

/** Markdown as blocks. Until the lexer has arrived its place is kept in about the right size. */
export function MarkdownBody({ body: grown, cursor = "", icons, anchors = false }: MarkdownBodyProps) {
  const body = grown + cursor;
  const plain = isPlainParagraph(body);
  const module = useMarkdown(!plain);
  if (plain) return <p>{body}</p>;
  if (module) return <module.MarkdownDocument body={grown} cursor={cursor} icons={icons} anchors={anchors} />;
  return (
    <div role="status" aria-label={text.loading} className={styles.pending}>
      {body}
    </div>
  );
}
