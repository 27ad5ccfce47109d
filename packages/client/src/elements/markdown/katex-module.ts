import katex from "katex";
import "katex/dist/katex.min.css";

/** Sets a formula as HTML with MathML for screen readers. What KaTeX cannot read is shown in red with its reason as the title. */
export function renderMaths(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    throwOnError: false,
    errorColor: "var(--rv-red-text)",
    trust: false,
    strict: "ignore",
  });
}
