import { ChevronGlyph } from "../Glyphs.tsx";
import styles from "./Combobox.module.css";

/** Says of a field that it opens a list. */
export function OpenGlyph({ open }: { readonly open: boolean }) {
  return (
    <span className={styles.chevron} data-open={open || undefined}>
      <ChevronGlyph />
    </span>
  );
}
