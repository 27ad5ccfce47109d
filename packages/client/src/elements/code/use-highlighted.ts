import { useMemo } from "react";
import { lazyModule } from "../markdown/lazy-module.ts";
import { isHighlightable } from "./highlightable.ts";

const useCommon = lazyModule(() => import("./highlight-module.ts"));
const useAll = lazyModule(() => import("./all-languages.ts"));

/** Highlighted HTML of code, once the highlighter has arrived; undefined for plain text, unknown languages and until then. */
export function useHighlighted(code: string, language: string | undefined): string | undefined {
  const wanted = language !== undefined && language !== "plaintext" && language !== "text" && isHighlightable(code);
  const common = useCommon(wanted);
  const rare = wanted && common !== undefined && !common.isCommon(language);
  const all = useAll(rare);
  return useMemo(() => {
    if (!wanted || !common) return undefined;
    return rare ? all?.highlightAny(code, language) : common.highlight(code, language);
  }, [code, language, wanted, common, rare, all]);
}
