import { useMemo, useRef } from "react";
import { Block } from "./Blocks.tsx";
import { lexContinued, type Lexed } from "./incremental-lexer.ts";
import type { MarkdownScope } from "./Inline.tsx";
import { tokensText } from "./plain-text.ts";
import { slug } from "./slug.ts";
import { known, type MarkdownToken } from "./tokens.ts";

interface MarkdownDocumentProps {
  readonly body: string;
  /** What follows the body while it grows. */
  readonly cursor?: string | undefined;
  readonly icons: Readonly<Record<string, string>> | undefined;
  /** True if headings show links to themselves. */
  readonly anchors: boolean;
}

/** Markdown as blocks. A body that grows lexes and renders only its last block again. */
export function MarkdownDocument({ body, cursor, icons, anchors }: MarkdownDocumentProps) {
  const lexed = useRef<Lexed>(undefined);
  const { tokens } = useMemo(() => (lexed.current = lexContinued(body, lexed.current, cursor)), [body, cursor]);
  const scope = useMemo<MarkdownScope>(() => ({ icons, links: true }), [icons]);
  const taken = new Map<string, number>();
  return tokens.map((token, at) => <Block key={at} token={token} scope={scope} anchor={anchorOf(token, taken)} linked={anchors} />);
}

/** A body that grows keeps its tokens; so their slugs are made once. */
const slugs = new WeakMap<MarkdownToken, string>();

/** A heading's own anchor: a repeated slug gets a number. */
function anchorOf(token: MarkdownToken, taken: Map<string, number>): string | undefined {
  if (token.type !== "heading") return undefined;
  const name = slugs.get(token) ?? slug(tokensText(known(token.tokens)));
  slugs.set(token, name);
  if (name === "") return undefined;
  const nth = taken.get(name) ?? 0;
  taken.set(name, nth + 1);
  return nth === 0 ? name : `${name}-${nth}`;
}
