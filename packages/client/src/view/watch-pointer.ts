import { setPressed } from "../elements/widget/press.ts";
import type { WidgetStore } from "../store/widget-store.ts";

/**
 * Tells the store when a pointer is pressed, from before the blur that it causes until after the click (BM3).
 * On touch screens the blur comes with the emulated `mousedown`, after `pointerup`; hence both kinds of events.
 */
export function watchPointer(widgets: WidgetStore): void {
  let release: ReturnType<typeof setTimeout> | undefined;
  const down = () => {
    clearTimeout(release);
    setPressed(true);
    widgets.pointer(true);
  };
  // The click follows in the same task; a press that ends in none is over in the next.
  const up = () => {
    clearTimeout(release);
    release = setTimeout(() => {
      widgets.pointer(false);
      setPressed(false);
    });
  };
  for (const type of ["pointerdown", "mousedown"]) addEventListener(type, down, true);
  for (const type of ["pointerup", "mouseup", "pointercancel", "dragend"]) addEventListener(type, up, true);
  // The window lost the focus, perhaps with the pointer still down.
  addEventListener("blur", up);
}
