import { elementText } from "../element-text.ts";
import { LinkGlyph } from "../Glyphs.tsx";
import styles from "./Markdown.module.css";

/** The link that appears beside a heading. */
export function AnchorLink({ anchor, heading }: { readonly anchor: string; readonly heading: string }) {
  return (
    <a className={styles.anchor} href={`#${anchor}`} aria-label={elementText.linkToHeading(heading)}>
      <LinkGlyph />
    </a>
  );
}
