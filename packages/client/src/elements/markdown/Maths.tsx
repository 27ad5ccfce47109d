import { useMemo } from "react";
import { lazyModule } from "./lazy-module.ts";
import styles from "./Markdown.module.css";

const useKatex = lazyModule(() => import("./katex-module.ts"));

/** A formula; its source is shown until KaTeX has arrived. */
export function Maths({ tex, display }: { readonly tex: string; readonly display: boolean }) {
  const katex = useKatex();
  const html = useMemo(() => (katex ? { __html: katex.renderMaths(tex, display) } : undefined), [katex, tex, display]);
  const className = display ? styles.mathsDisplay : styles.maths;
  return html ? <span className={className} dangerouslySetInnerHTML={html} /> : <span className={className}>{tex}</span>;
}
