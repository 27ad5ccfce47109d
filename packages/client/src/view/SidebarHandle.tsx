import type { KeyboardEvent, PointerEvent } from "react";
import { isFromRight } from "../i18n/is-from-right.ts";
import { text } from "../text.ts";
import { clampWidth, SIDEBAR, storeWidth } from "./sidebar-width.ts";

interface SidebarHandleProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** The sidebar's edge: dragged, moved with the arrow keys, reset by a double click. */
export function SidebarHandle({ width, onWidth }: SidebarHandleProps) {
  const keep = (next: number) => {
    onWidth(next);
    storeWidth(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const rtl = isFromRight(event.currentTarget);
    const next =
      event.key === (rtl ? "ArrowRight" : "ArrowLeft")
        ? width - SIDEBAR.step
        : event.key === (rtl ? "ArrowLeft" : "ArrowRight")
          ? width + SIDEBAR.step
          : event.key === "Home"
            ? SIDEBAR.min
            : event.key === "End"
              ? SIDEBAR.max
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    keep(clampWidth(next));
  };
  const dragged = (event: PointerEvent<HTMLElement>) => event.currentTarget.hasPointerCapture(event.pointerId);
  return (
    <div
      className="rv-sidebar-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={text.resizeSidebar}
      aria-valuenow={width}
      aria-valuemin={SIDEBAR.min}
      aria-valuemax={SIDEBAR.max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={() => keep(SIDEBAR.initial)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (dragged(event)) onWidth(clampWidth(draggedTo(event)));
      }}
      onPointerUp={(event) => {
        if (dragged(event)) keep(clampWidth(draggedTo(event)));
      }}
    />
  );
}

/** How far the pointer is from the side where the sidebar begins. */
function draggedTo({ clientX, currentTarget }: PointerEvent): number {
  const { left = 0, right = 0 } = currentTarget.parentElement?.getBoundingClientRect() ?? {};
  return isFromRight(currentTarget) ? right - clientX : clientX - left;
}
