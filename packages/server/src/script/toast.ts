import type { ToastProps } from "@rivulet/protocol";
import { badOption } from "../errors.ts";
import { checkIcon, iconsIn } from "./elements/icon/icons-in.ts";
import type { ScriptRunContext } from "./script-run-context.ts";

export interface ToastOptions {
  /** One emoji, `:material/name:`, or "spinner" for a turning wheel. */
  readonly icon?: string | undefined;
  /** Seconds, "short" (4), "long" (10), or "infinite" until closed. Default "short". */
  readonly duration?: "short" | "long" | "infinite" | number | undefined;
}

const DURATIONS = ["short", "long", "infinite"];

/** A toast that was shown. */
export interface ToastHandle {
  /** Puts another text in its place, or shows it anew if it has gone. */
  toast(body: string, options?: ToastOptions): this;
}

/** Sends a toast of this run, in the place of the one with this key. */
export function toast(ctx: ScriptRunContext, body: string, { icon, duration }: ToastOptions = {}, key?: number): ToastHandle {
  const { session } = ctx;
  const call = "st.toast";
  if (typeof body !== "string" || body === "") throw badOption(call, "body", "a non-empty string", body);
  if (duration !== undefined && !(typeof duration === "number" ? duration > 0 && duration <= 3600 : DURATIONS.includes(duration))) {
    throw badOption(call, "duration", '"short", "long", "infinite" or up to 3600 seconds', duration);
  }
  checkIcon(call, icon, "spinner");
  const icons = iconsIn(body, icon);
  // No key that is absent: toasts are not compared, they go out as they are.
  const props: ToastProps = {
    body,
    ...(icon !== undefined && { icon }),
    ...(duration !== undefined && { duration }),
    ...(icons && { icons }),
  };
  const place = key ?? ++session.toasts;
  session.output.add({ type: "toast", toast: props, key: place });
  return {
    toast(nextBody, options) {
      ctx.check("st.toast().toast");
      toast(ctx, nextBody, options, place);
      return this;
    },
  };
}
