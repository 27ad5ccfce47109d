import type { ErrorInfo, SourceFrame } from "@rivulet/protocol";
import { CopyButton } from "./CopyButton.tsx";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./Exception.module.css";
import { ChevronGlyph, ErrorGlyph } from "./Glyphs.tsx";
import { ScrollBox } from "./ScrollBox.tsx";

/** An error: what happened, where in the user's own source, and what to do. */
export function Exception({ props }: ElementProps<"exception">) {
  const { error } = props;
  const { name, message, code, frame, stack, hint, id } = error;
  return (
    <div className={styles.exception} role="alert">
      <div className={styles.head}>
        <span className={styles.icon}>
          <ErrorGlyph size={18} />
        </span>
        <div className={styles.what}>
          <strong className={styles.name}>{name}</strong>
          {code && code !== name ? <code className={styles.code}>{code}</code> : null}
          <div className={styles.message}>{message}</div>
        </div>
        <CopyButton text={() => errorText(error)} />
      </div>
      {frame ? <Source frame={frame} /> : null}
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {id ? <p className={styles.hint}>{elementText.errorId(id)}</p> : null}
      {stack && stack.length > 0 ? (
        <details className={styles.stack}>
          <summary>
            <ChevronGlyph size={14} />
            {elementText.stack}
          </summary>
          <ol>
            {stack.map((call, at) => (
              <li key={at}>{call}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

/** The user's lines around the place where an error happened. */
export function Source({ frame }: { readonly frame: SourceFrame }) {
  const { file, line, column, excerpt = [] } = frame;
  return (
    <div className={styles.frame}>
      <div className={styles.place}>{place(frame)}</div>
      {excerpt.length > 0 ? (
        <ScrollBox label={`${elementText.code}: ${place(frame)}`}>
          <pre className={styles.source} style={{ "--digits": String(excerpt.at(-1)?.line ?? line).length }} data-file={file}>
            {excerpt.map((row) => (
              <span key={row.line} className={styles.row} data-line={row.line} data-marked={row.line === line || undefined}>
                {row.line === line && column !== undefined ? marked(row.text, column) : row.text || " "}
              </span>
            ))}
          </pre>
        </ScrollBox>
      ) : null}
    </div>
  );
}

/** The line with the place in it from which on the error speaks. Columns count from 1. */
function marked(text: string, column: number) {
  const rest = text.slice(column - 1);
  const word = /^[\w$.]+/.exec(rest)?.[0] ?? rest.slice(0, 1);
  if (word === "") return text;
  return (
    <>
      {text.slice(0, column - 1)}
      <span className={styles.spot}>{word}</span>
      {rest.slice(word.length)}
    </>
  );
}

function place({ file, line, column }: SourceFrame): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** The error as text, for a message to whoever can help. */
export function errorText({ name, message, code, frame, stack = [], hint, id }: ErrorInfo): string {
  const rows = frame?.excerpt?.map((row) => `${row.line === frame.line ? ">" : " "} ${row.line} | ${row.text}`) ?? [];
  return [
    `${name}${code && code !== name ? ` [${code}]` : ""}: ${message}`,
    ...(frame ? [place(frame), ...rows] : []),
    ...(hint ? [hint] : []),
    ...(id ? [`Error ${id}`] : []),
    ...stack.map((call) => `  at ${call}`),
  ].join("\n");
}
