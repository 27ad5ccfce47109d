import { useMemo } from "react";
import { renderInline, type MarkdownScope } from "./Inline.tsx";
import { lexInline } from "./lexer.ts";

interface MarkdownLineProps extends MarkdownScope {
  readonly body: string;
}

/** One line of markdown; block syntax is shown as text. */
export function MarkdownLine({ body, icons, links }: MarkdownLineProps) {
  return useMemo(() => renderInline(lexInline(body), { icons, links }), [body, icons, links]);
}
