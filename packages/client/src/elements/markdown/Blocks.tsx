import { Fragment, memo, type ReactNode } from "react";
import type { Tokens } from "marked";
import { CodeBlock } from "../code/CodeBlock.tsx";
import { elementText } from "../element-text.ts";
import { ScrollBox } from "../ScrollBox.tsx";
import { AnchorLink } from "./AnchorLink.tsx";
import { renderInline, type MarkdownScope } from "./Inline.tsx";
import { Maths } from "./Maths.tsx";
import styles from "./Markdown.module.css";
import { tokensText } from "./plain-text.ts";
import { known, type MarkdownToken } from "./tokens.ts";

interface BlockProps {
  readonly token: MarkdownToken;
  readonly scope: MarkdownScope;
  /** The id of a heading. */
  readonly anchor?: string | undefined;
  /** True if a heading shows a link to itself. */
  readonly linked?: boolean | undefined;
}

/** One block. A token that is the same object renders nothing anew. */
export const Block = memo(function Block({ token, scope, anchor, linked }: BlockProps) {
  return renderBlock(token, scope, anchor, linked);
});

function renderBlock(token: MarkdownToken, scope: MarkdownScope, anchor?: string, linked?: boolean): ReactNode {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "paragraph":
      return <p>{renderInline(known(token.tokens), scope)}</p>;
    case "text":
      return token.tokens ? renderInline(known(token.tokens), scope) : renderInline([token], scope);
    case "heading": {
      const Heading = `h${Math.min(6, token.depth)}` as "h1";
      const heading = <Heading id={anchor}>{renderInline(known(token.tokens), scope)}</Heading>;
      if (!linked || !anchor) return heading;
      return (
        <div className={styles.headed}>
          {heading}
          <AnchorLink anchor={anchor} heading={tokensText(known(token.tokens))} />
        </div>
      );
    }
    case "hr":
      return <hr />;
    case "code":
      return <CodeBlock body={token.text} language={/^\S+/.exec(token.lang ?? "")?.[0]} />;
    case "blockquote":
      return <blockquote>{renderBlocks(known(token.tokens), scope)}</blockquote>;
    case "list":
      return renderList(token, scope);
    case "table":
      return renderTable(token, scope);
    case "mathsBlock":
      return (
        <ScrollBox label={elementText.formula}>
          <Maths tex={token.tex} display />
        </ScrollBox>
      );
    default:
      return renderInline([token], scope);
  }
}

function renderBlocks(tokens: readonly MarkdownToken[], scope: MarkdownScope): ReactNode {
  return tokens.map((token, at) => <Fragment key={at}>{renderBlock(token, scope)}</Fragment>);
}

function renderList(list: Tokens.List, scope: MarkdownScope): ReactNode {
  const items = list.items.map((item, at) => (
    <li key={at} className={item.task ? styles.task : undefined}>
      {item.task ? <TaskMark done={item.checked === true} /> : null}
      {renderBlocks(
        known(item.tokens).filter((token) => token.type !== "checkbox"),
        scope,
      )}
    </li>
  ));
  if (!list.ordered) return <ul>{items}</ul>;
  return <ol start={list.start === "" || list.start === 1 ? undefined : list.start}>{items}</ol>;
}

function TaskMark({ done }: { readonly done: boolean }) {
  return <span className={styles.mark} data-done={done || undefined} role="img" aria-label={done ? elementText.done : elementText.toDo} />;
}

function renderTable(table: Tokens.Table, scope: MarkdownScope): ReactNode {
  const cell = (Tag: "th" | "td", { tokens, align }: Tokens.TableCell, at: number) => (
    <Tag key={at} {...(Tag === "th" ? { scope: "col" } : {})} style={align ? { textAlign: align } : undefined}>
      {renderInline(known(tokens), scope)}
    </Tag>
  );
  return (
    <ScrollBox label={elementText.table}>
      <table>
        <thead>
          <tr>{table.header.map((head, at) => cell("th", head, at))}</tr>
        </thead>
        {table.rows.length > 0 ? (
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>{row.map((data, column) => cell("td", data, column))}</tr>
            ))}
          </tbody>
        ) : null}
      </table>
    </ScrollBox>
  );
}
