import type { ErrorInfo, SourceFrame } from "@rivulet/protocol";
import { CopyButton } from "../elements/CopyButton.tsx";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { useStore } from "./store-context.ts";

/** A problem of the page as a whole over its last good state, which stays usable. Leaves by itself when the server says so. */
export function ProblemOverlay({ problem }: { readonly problem: ErrorInfo }) {
  const store = useStore();
  return (
    <section
      className="rv-problem"
      role="alert"
      aria-label={text.problem}
      onKeyDown={(event) => {
        if (event.key === "Escape") store.dismissProblem();
      }}
    >
      <div className="rv-problem-head">
        <Icon name="error" size={20} />
        <h2>{problem.name}</h2>
        {problem.code !== undefined && <code>{problem.code}</code>}
        <CopyButton text={() => asText(problem)} />
        <button className="rv-icon-button" aria-label={text.dismiss} onClick={() => store.dismissProblem()}>
          <Icon name="close" />
        </button>
      </div>
      <p className="rv-problem-message">{problem.message}</p>
      {problem.frame && <Excerpt frame={problem.frame} />}
      {problem.hint !== undefined && <p className="rv-dim">{problem.hint}</p>}
      {problem.id !== undefined && <p className="rv-dim">{text.errorId(problem.id)}</p>}
    </section>
  );
}

function Excerpt({ frame }: { readonly frame: SourceFrame }) {
  return (
    <figure className="rv-excerpt">
      <figcaption>{place(frame)}</figcaption>
      {frame.excerpt && (
        // Long lines scroll, so the keyboard must reach the box.
        <pre tabIndex={0} aria-label={place(frame)}>
          {frame.excerpt.map(({ line, text: source }) => (
            <span key={line} className="rv-excerpt-line" data-here={line === frame.line || undefined}>
              <span className="rv-excerpt-number">{line}</span>
              {source}
              {"\n"}
            </span>
          ))}
        </pre>
      )}
    </figure>
  );
}

function place({ file, line, column }: SourceFrame): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

function asText(problem: ErrorInfo): string {
  return [`${problem.name}: ${problem.message}`, problem.frame && `at ${place(problem.frame)}`, problem.hint].filter(Boolean).join("\n");
}
