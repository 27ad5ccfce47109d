import { useMemo } from "react";
import styles from "./Markdown.module.css";

/**
 * A monochrome icon from the body that the server sent. Only the paths' outlines are taken from it, so the body is data, never markup.
 * Without a body nothing is drawn.
 */
export function MaterialIcon({ body }: { readonly body: string | undefined }) {
  const paths = useMemo(() => outlines(body), [body]);
  if (paths.length === 0) return null;
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      {paths.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** The outlines in an SVG body: its `d` attributes, or the body itself if it is one. */
export function outlines(body: string | undefined): readonly string[] {
  if (!body) return [];
  if (!body.includes("<")) return [body];
  return [...new Set(Array.from(body.matchAll(/\sd="([^"]+)"/g), ([, d]) => d ?? ""))];
}
