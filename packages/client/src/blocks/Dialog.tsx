import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { CrossGlyph } from "../elements/Glyphs.tsx";
import { Icon } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import { openDialogs } from "../view/open-dialogs.ts";
import styles from "./Dialog.module.css";
import { Stack } from "./Stack.tsx";

/** A window over the page, which is inert meanwhile. Dismissed, it goes at once; the server hears of it. */
export function Dialog(element: ElementProps<"dialog">) {
  return element.value === false ? null : <Window {...element} />;
}

function Window({ props, childIds, renderChild, setValue }: ElementProps<"dialog">) {
  const { label, icon, icons, size = "small", dismissible = true } = props;
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const byKey = useRef(false);
  // Closed before it is taken from the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return undefined;
    dialog.showModal();
    const leave = openDialogs.enter(dialog);
    return () => {
      leave();
      dialog.close();
    };
  }, []);
  const dismiss = () => {
    if (dismissible) setValue?.(false);
  };
  const body = useRef<HTMLDivElement>(null);
  useFirstFocus(body);
  useCancel(box, byKey, dismiss);
  const onKeyDown = (event: KeyboardEvent) => {
    // What a control in it has taken for itself (a list that closes) comes no further.
    if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    dismiss();
  };
  return (
    <dialog
      ref={box}
      className={styles.dialog}
      data-size={size}
      aria-modal="true"
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === event.currentTarget;
      }}
      onClick={(event) => {
        // A text that is selected from inside to outside clicks outside, too.
        if (pressedOutside.current && event.target === event.currentTarget) dismiss();
      }}
    >
      <div className={styles.window}>
        <h2 id={id} className={styles.title}>
          {icon ? <Icon icon={icon} icons={icons} /> : null}
          <span>
            <InlineMarkdown body={label} icons={icons} links={false} />
          </span>
        </h2>
        <div ref={body} className={styles.body}>
          <Stack childIds={childIds} renderChild={renderChild} />
        </div>
        {/* Last, so that the focus begins in the content. */}
        {dismissible ? (
          <button type="button" className={`rv-icon-button ${styles.close}`} aria-label={elementText.close} onClick={dismiss}>
            <CrossGlyph />
          </button>
        ) : null}
      </div>
    </dialog>
  );
}

const FOCUSABLE = "input, select, textarea, button, [href], [tabindex]";

/** Gives the focus to the first control when there is one: the window opens with the first of its content, the rest may follow. */
function useFirstFocus(body: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const content = body.current;
    if (!content) return undefined;
    const observer = new MutationObserver(() => look());
    const stop = () => observer.disconnect();
    const look = () => {
      const first = [...content.querySelectorAll<HTMLElement>(FOCUSABLE)].find((control) => !control.matches(":disabled, [tabindex^='-']"));
      if (first === undefined) return;
      stop();
      if (!content.contains(document.activeElement)) first.focus();
    };
    observer.observe(content, { childList: true, subtree: true });
    // Whoever has begun to do something is where he wants to be.
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, stop, { once: true, capture: true });
    look();
    return () => {
      stop();
      for (const event of ["keydown", "pointerdown"]) removeEventListener(event, stop, true);
    };
  }, [body]);
}

/** What asks for the window to close beside the Escape key, such as the back gesture of a phone; it never closes by itself. */
function useCancel(box: React.RefObject<HTMLDialogElement | null>, byKey: React.RefObject<boolean>, dismiss: () => void): void {
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return undefined;
    const onKey = (event: globalThis.KeyboardEvent) => {
      byKey.current = event.type === "keydown" && event.key === "Escape";
    };
    const onCancel = (event: Event) => {
      if (event.target !== dialog) return;
      event.preventDefault();
      // The key's own event has said what it means.
      if (!byKey.current) latest.current();
    };
    const onClose = (event: Event) => {
      // A browser may insist on closing what is asked for twice.
      if (event.target === dialog && dialog.isConnected && !dialog.open) dialog.showModal();
    };
    dialog.addEventListener("keydown", onKey, true);
    dialog.addEventListener("keyup", onKey, true);
    dialog.addEventListener("cancel", onCancel);
    dialog.addEventListener("close", onClose);
    return () => {
      dialog.removeEventListener("keydown", onKey, true);
      dialog.removeEventListener("keyup", onKey, true);
      dialog.removeEventListener("cancel", onCancel);
      dialog.removeEventListener("close", onClose);
    };
  }, [box, byKey]);
}
