import { memo, useMemo } from "react";
import { renderInline } from "./Inline.tsx";
import { lexInline } from "./lexer.ts";

interface InlineMarkdownProps {
  readonly body: string;
  readonly icons?: Readonly<Record<string, string>> | undefined;
  /** False inside a control, which must not contain links. */
  readonly links?: boolean | undefined;
}

/** Anything that the lexer could read as more than text. */
const MARKED_UP = /[\\`*_~[\]<>&:$!@|\n-]|www\.|https?/;

/** One line of markdown, as in labels and headings; block syntax is shown as text. */
export const InlineMarkdown = memo(function InlineMarkdown({ body, icons, links = true }: InlineMarkdownProps) {
  return useMemo(() => (MARKED_UP.test(body) ? renderInline(lexInline(body), { icons, links }) : body), [body, icons, links]);
});
