import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import button from "../elements/Button.module.css";
import type { ElementProps } from "../elements/element-props.ts";
import { ChevronGlyph } from "../elements/Glyphs.tsx";
import { Icon } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import { Tip } from "../elements/widget/Tip.tsx";
import { useAnchored } from "../elements/widget/use-anchored.ts";
import styles from "./Popover.module.css";
import { Stack } from "./Stack.tsx";

/** A button that opens a box over the page. It closes when the user goes elsewhere; what it holds is drawn at the first opening, and kept. */
export function Popover({ props, childIds, renderChild, value, setValue }: ElementProps<"popover">) {
  const { label, help, kind, icon, icons, disabled = false, wrap = true } = props;
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [local, setLocal] = useState(false);
  const open = !disabled && (setValue ? value === true : local);
  const [drawn, setDrawn] = useState(open);
  if (open && !drawn) setDrawn(true);
  const change = setValue ?? setLocal;
  useAnchored({ anchor, floating: panel, open, matchWidth: false, align: "start" });
  useOutside(open, anchor, panel, () => change(false));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // It closes nothing around it.
    event.preventDefault();
    event.stopPropagation();
    anchor.current?.focus();
    change(false);
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (open && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) change(false);
  };
  const draw = (tipId?: string) => (
    <button
      ref={anchor}
      id={`${id}label`}
      type="button"
      className={button.button}
      data-kind={kind}
      disabled={disabled}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={drawn ? id : undefined}
      aria-describedby={tipId}
      onClick={() => change(!open)}
    >
      {icon ? <Icon icon={icon} icons={icons} /> : null}
      {label === "" ? null : (
        <span className={button.label} data-line={!wrap || undefined}>
          <InlineMarkdown body={label} icons={icons} links={false} />
        </span>
      )}
      <span className={styles.chevron} data-open={open || undefined}>
        <ChevronGlyph />
      </span>
    </button>
  );
  return (
    <div className={styles.popover} onKeyDown={onKeyDown} onBlur={onBlur}>
      {help ? (
        <Tip body={help} icons={icons} className={button.tipped} anchor={anchor} quiet={open}>
          {draw}
        </Tip>
      ) : (
        draw()
      )}
      {drawn ? (
        <div ref={panel} id={id} popover="manual" role="dialog" aria-labelledby={`${id}label`} className={styles.panel}>
          <Stack childIds={childIds} renderChild={renderChild} />
        </div>
      ) : null}
    </div>
  );
}

type Box = React.RefObject<HTMLElement | null>;

/** Calls `leave` when a pointer is pressed outside of both boxes. */
function useOutside(open: boolean, anchor: Box, panel: Box, leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!open) return undefined;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || anchor.current?.contains(target) || panel.current?.contains(target)) return;
      latest.current();
    };
    document.addEventListener("pointerdown", onPointerDown, true);
    return () => document.removeEventListener("pointerdown", onPointerDown, true);
  }, [open, anchor, panel]);
}
