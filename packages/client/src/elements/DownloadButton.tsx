import { useRef, useState } from "react";
import { mediaUrl, saveFile } from "../media.ts";
import { elementText } from "./element-text.ts";
import type { ElementProps } from "./element-props.ts";
import styles from "./DownloadButton.module.css";
import { ErrorGlyph } from "./Glyphs.tsx";
import { Exception } from "./Exception.tsx";
import { ButtonLook } from "./widget/ButtonLook.tsx";

/** A button that saves a file: one that is there at once, one that the server has to make when it says that it is ready. */
export function DownloadButton({ props, fire }: ElementProps<"downloadButton">) {
  const { media, name, runs, preparing = false, error, disabled } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [gone, setGone] = useState(false);
  const press = () => {
    if (preparing) return;
    if (media !== undefined) void isThere(media).then((there) => (there ? saveFile(media, name) : undefined, setGone(!there)));
    if (media === undefined || runs) fire(true);
  };
  return (
    // What is wrong needs room; the button stays as wide as it was.
    <div className={styles.box} data-wide={props.width !== undefined && props.width !== "content" ? true : undefined}>
      <ButtonLook props={preparing ? { ...props, icon: "spinner" } : props} target={button}>
        {(look, face) => (
          <button {...look} ref={button} type="button" disabled={disabled} aria-busy={preparing || undefined} onClick={press}>
            {face}
          </button>
        )}
      </ButtonLook>
      {error ? (
        <div className={styles.error}>
          <Exception props={{ error }} />
        </div>
      ) : null}
      {gone ? (
        <p className={styles.gone} role="alert">
          <ErrorGlyph size={14} />
          {elementText.fileGone}
        </p>
      ) : null}
    </div>
  );
}

/** A file that is not there would be saved as an error page. */
async function isThere(media: string): Promise<boolean> {
  try {
    return (await fetch(mediaUrl(media), { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}
