import { useEffect, useRef } from "react";
import { MarkdownBody } from "../elements/markdown/MarkdownBody.tsx";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";

/** What the page says of itself, over the page. */
export function About({ body, onClose }: { readonly body: string | undefined; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="rv-dialog"
      aria-label={text.about}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className="rv-dialog-body">
        <button className="rv-icon-button" aria-label={text.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
        {body !== undefined && <MarkdownBody body={body} />}
        <p className="rv-dim">{text.aboutRivulet}</p>
      </div>
    </dialog>
  );
}
