import { Fragment, type ReactNode } from "react";
import { Emoji } from "./Emoji.tsx";
import { decodeEntities } from "./entities.ts";
import { MaterialIcon } from "./MaterialIcon.tsx";
import { Maths } from "./Maths.tsx";
import styles from "./Markdown.module.css";
import { tokensText } from "./plain-text.ts";
import { isExternal, safeImage, safeLink } from "./safe-url.ts";
import { known, type ColorToken, type MarkdownToken } from "./tokens.ts";
import { typeset } from "./typography.ts";

/** What rendering needs beyond the tokens. */
export interface MarkdownScope {
  /** Bodies of icons by name. */
  readonly icons: Readonly<Record<string, string>> | undefined;
  /** False inside a control: a link there is only its text. */
  readonly links: boolean;
}

/** Renders inline tokens. */
export function renderInline(tokens: readonly MarkdownToken[], scope: MarkdownScope): ReactNode {
  return withTextsJoined(tokens).map((token, at) => <Fragment key={at}>{renderToken(token, scope)}</Fragment>);
}

function renderToken(token: MarkdownToken, scope: MarkdownScope): ReactNode {
  switch (token.type) {
    case "text":
      return token.tokens ? renderInline(known(token.tokens), scope) : typeset(decodeEntities(token.text));
    case "escape":
      return token.text;
    case "strong":
      return <strong>{renderInline(known(token.tokens), scope)}</strong>;
    case "em":
      return <em>{renderInline(known(token.tokens), scope)}</em>;
    case "del":
      return <del>{renderInline(known(token.tokens), scope)}</del>;
    case "codespan":
      return <code className={styles.code}>{token.text}</code>;
    case "br":
      return <br />;
    case "link": {
      const children = renderInline(known(token.tokens), scope);
      const href = token.autolink ? safeLink(token.href) : safeLink(decodeEntities(token.href));
      if (href === undefined || !scope.links) return children;
      const beside = isExternal(href) ? { target: "_blank", rel: "noopener noreferrer" } : {};
      return (
        <a className={styles.link} href={href} title={token.title ? decodeEntities(token.title) : undefined} {...beside}>
          {children}
        </a>
      );
    }
    case "image": {
      const src = safeImage(token.href);
      const alt = tokensText(known(token.tokens));
      if (src === undefined) return alt;
      return (
        <img
          src={src}
          alt={alt}
          title={token.title ? decodeEntities(token.title) : undefined}
          loading="lazy"
          referrerPolicy="no-referrer"
        />
      );
    }
    case "color":
      return <span className={colorClass(token)}>{renderInline(known(token.tokens), scope)}</span>;
    case "paint":
      return (
        <span
          className={token.background === undefined ? undefined : styles.painted}
          style={{ color: token.foreground, backgroundColor: token.background }}
        >
          {renderInline(known(token.tokens), scope)}
        </span>
      );
    case "shimmer":
      return <span className={styles.shimmer}>{renderInline(known(token.tokens), scope)}</span>;
    case "small":
      return <small>{renderInline(known(token.tokens), scope)}</small>;
    case "maths":
    case "mathsBlock":
      return <Maths tex={token.tex} display={token.display} />;
    case "icon":
      return <MaterialIcon body={scope.icons?.[token.name]} />;
    case "shortcode":
      return <Emoji name={token.name} raw={token.raw} />;
    default:
      return token.raw;
  }
}

function colorClass({ color, style }: ColorToken): string {
  return [styles[style === "text" ? "color" : style === "background" ? "background" : "badge"], styles[color]].join(" ");
}

/** Texts that the lexer cut (at a "<", say) are joined again, so that signs which contain the cut are seen whole. */
function withTextsJoined(tokens: readonly MarkdownToken[]): readonly MarkdownToken[] {
  const joined: MarkdownToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.type === "text" && !token.tokens && last?.type === "text" && !last.tokens) {
      joined[joined.length - 1] = { ...last, raw: last.raw + token.raw, text: last.text + token.text };
    } else joined.push(token);
  }
  return joined;
}
