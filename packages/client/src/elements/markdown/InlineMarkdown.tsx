import { memo } from "react";
import { isPlainLine, roughText } from "./plain.ts";
import { useMarkdown } from "./use-markdown.ts";

interface InlineMarkdownProps {
  readonly body: string;
  readonly icons?: Readonly<Record<string, string>> | undefined;
  /** False inside a control, which must not contain links. */
  readonly links?: boolean | undefined;
}

/** One line of markdown, as in labels and headings. Mere text, which most labels are, costs nothing. */
export const InlineMarkdown = memo(function InlineMarkdown({ body, icons, links = true }: InlineMarkdownProps) {
  return isPlainLine(body) ? body : <Line body={body} icons={icons} links={links} />;
});

function Line({ body, icons, links = true }: InlineMarkdownProps) {
  const module = useMarkdown();
  return module ? <module.MarkdownLine body={body} icons={icons} links={links} /> : roughText(body);
}

/** What a line of markdown reads like without its markup. */
export function usePlainText(body: string): string {
  const plain = isPlainLine(body);
  const module = useMarkdown(!plain);
  return plain ? body : (module?.plainText(body) ?? roughText(body));
}
