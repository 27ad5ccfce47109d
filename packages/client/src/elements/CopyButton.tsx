import { useEffect, useState } from "react";
import styles from "./CopyButton.module.css";
import { elementText } from "./element-text.ts";
import { CheckGlyph, CopyGlyph } from "./Glyphs.tsx";

/** Copies a text and says so for two seconds. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setCopied(true),
      // Without the permission the text can still be selected by hand; the button just does not claim success.
      () => setCopied(false),
    );
  };
  const label = copied ? elementText.copied : elementText.copy;
  return (
    <button type="button" className={styles.copy} data-copied={copied || undefined} aria-label={label} title={label} onClick={copy}>
      {copied ? <CheckGlyph /> : <CopyGlyph />}
    </button>
  );
}
