import type { ErrorInfo } from "@rivulet/protocol";
import { CopyButton } from "../elements/CopyButton.tsx";
import { elementText } from "../elements/element-text.ts";
import { errorText, Source } from "../elements/Exception.tsx";
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
        <CopyButton text={() => errorText(problem)} />
        <button className="rv-icon-button" aria-label={text.dismiss} onClick={() => store.dismissProblem()}>
          <Icon name="close" />
        </button>
      </div>
      <p className="rv-problem-message">{problem.message}</p>
      {problem.frame && <Source frame={problem.frame} />}
      {problem.hint !== undefined && <p className="rv-dim">{problem.hint}</p>}
      {problem.id !== undefined && <p className="rv-dim">{elementText.errorId(problem.id)}</p>}
    </section>
  );
}
