import { useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { MarkdownBody } from "../markdown/MarkdownBody.tsx";
import markdown from "../markdown/Markdown.module.css";
import styles from "./Tip.module.css";
import { useAnchored } from "./use-anchored.ts";

interface TipProps {
  /** Markdown. */
  readonly body: string;
  readonly icons: Readonly<Record<string, string>> | undefined;
  readonly className?: string | undefined;
  /** The control that the tip belongs to. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** True: something else is open at the control, and the tip would cover it. */
  readonly quiet?: boolean | undefined;
  /** Draws the control; while `tipId` is set it must be the control's `aria-describedby`. */
  readonly children: (tipId: string | undefined, toggle: () => void) => ReactNode;
}

/** Time to move the pointer from the control onto the tip, in milliseconds. */
const GRACE = 120;

/** Shows a tip while its control has the pointer or the keyboard; Escape hides it. */
export function Tip({ body, icons, className, anchor, quiet = false, children }: TipProps) {
  const id = useId();
  const floating = useRef<HTMLSpanElement>(null);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setOpen] = useState(false);
  const open = shown && !quiet;
  useAnchored({ anchor, floating, open, matchWidth: false });
  const show = () => {
    clearTimeout(closing.current);
    setOpen(true);
  };
  const hideSoon = () => {
    clearTimeout(closing.current);
    closing.current = setTimeout(() => setOpen(false), GRACE);
  };
  return (
    <span
      className={className}
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse") show();
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") hideSoon();
      }}
      onFocus={(event) => {
        if (event.target.matches(":focus-visible")) show();
      }}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) {
          event.stopPropagation();
          setOpen(false);
        }
      }}
    >
      {children(open ? id : undefined, () => setOpen((now) => !now))}
      {open ? (
        <span ref={floating} id={id} role="tooltip" popover="manual" className={styles.tip}>
          <span className={`${styles.body} ${markdown.markdown}`}>
            <MarkdownBody body={body} icons={icons} />
          </span>
        </span>
      ) : null}
    </span>
  );
}
