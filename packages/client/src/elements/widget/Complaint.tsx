import { ErrorGlyph } from "../Glyphs.tsx";
import styles from "./Field.module.css";

/** What a field says of the text in it, below its control. */
export function Complaint({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div id={id} className={styles.error} role="status">
      <ErrorGlyph size={14} />
      {text}
    </div>
  );
}
