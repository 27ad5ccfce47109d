import type { ToastProps } from "@rivulet/protocol";
import { useEffect, useState } from "react";
import { Icon as ElementIcon } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import type { Toast } from "../store/page-state.ts";
import { text } from "../text.ts";
import { Icon } from "./Icon.tsx";
import { usePage, useStore } from "./store-context.ts";

/** Notes in a corner, the newest below. They stay while pointed at or focused. */
export function Toasts() {
  const toasts = usePage("toasts");
  return (
    <section className="rv-toasts" aria-label={text.notifications} aria-live="polite">
      {toasts.map((toast) => (
        <ToastNote key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastNote({ toast }: { readonly toast: Toast }) {
  const store = useStore();
  const [held, setHeld] = useState(false);
  const duration = milliseconds(toast.duration);
  useEffect(() => {
    if (held || duration === Infinity) return;
    const timer = setTimeout(() => store.closeToast(toast.id), duration);
    return () => clearTimeout(timer);
  }, [held, duration, store, toast.id]);
  return (
    <div
      className="rv-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.icon !== undefined && (
        <span>
          <ElementIcon icon={toast.icon} icons={toast.icons} />
        </span>
      )}
      <div className="rv-toast-body">
        <InlineMarkdown body={toast.body} icons={toast.icons} />
      </div>
      <button className="rv-icon-button" aria-label={text.close} onClick={() => store.closeToast(toast.id)}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

function milliseconds(duration: ToastProps["duration"]): number {
  switch (duration) {
    case "infinite":
      return Infinity;
    case "long":
      return 10_000;
    case "short":
    case undefined:
      return 4000;
    default:
      return duration * 1000;
  }
}
