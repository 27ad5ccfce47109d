import type { PropsOf } from "@rivulet/protocol";
import type { ReactNode, RefObject } from "react";
import styles from "../Button.module.css";
import { Icon } from "../Icon.tsx";
import { InlineMarkdown } from "../markdown/InlineMarkdown.tsx";
import { isApple } from "./platform.ts";
import { ariaShortcut, shownShortcut } from "./shortcut.ts";
import { Tip } from "./Tip.tsx";
import { useShortcut } from "./use-shortcut.ts";

interface ButtonLookProps {
  readonly props: PropsOf<"button">;
  /** What is pressed, also by the shortcut. */
  readonly target: RefObject<HTMLElement | null>;
  /** True while something else stands where the tip would. */
  readonly quiet?: boolean | undefined;
  /** Draws the control with these attributes around this content. */
  readonly children: (look: LookAttributes, face: ReactNode) => ReactNode;
}

interface LookAttributes {
  readonly className: string | undefined;
  readonly "data-kind": string;
  readonly "data-end": true | undefined;
  readonly "aria-describedby": string | undefined;
  readonly "aria-keyshortcuts": string | undefined;
}

/** What buttons have in common, whatever they do: label, icon, colours, shortcut, and help as a tip. */
export function ButtonLook({ props, target, quiet, children }: ButtonLookProps) {
  const { label, help, kind, icon, icons, iconPosition, wrap } = props;
  const shortcut = useShortcut(props.shortcut, target);
  const face = (
    <>
      {icon ? <Icon icon={icon} icons={icons} /> : null}
      {label === "" ? null : (
        <span className={styles.label} data-line={wrap === false || undefined} data-lines={wrap || undefined} onPointerEnter={tellIfCut}>
          <InlineMarkdown body={label} icons={icons} links={false} />
        </span>
      )}
      {shortcut ? (
        <kbd className={styles.keys} aria-hidden="true">
          {shownShortcut(shortcut, isApple())}
        </kbd>
      ) : null}
    </>
  );
  const draw = (tipId?: string) =>
    children(
      {
        className: styles.button,
        "data-kind": kind,
        "data-end": iconPosition === "right" || undefined,
        "aria-describedby": tipId,
        "aria-keyshortcuts": shortcut && ariaShortcut(shortcut),
      },
      face,
    );
  if (!help) return draw();
  return (
    <Tip body={help} icons={icons} className={styles.tipped} anchor={target} quiet={quiet}>
      {draw}
    </Tip>
  );
}

/** A label that ends in an ellipsis is there in full on hover. */
function tellIfCut({ currentTarget: label }: { readonly currentTarget: HTMLElement }): void {
  if (label.scrollWidth > label.clientWidth) label.title = label.textContent;
  else label.removeAttribute("title");
}
