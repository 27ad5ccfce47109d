import type { ToastProps } from "@rivulet/protocol";
import { badOption } from "../errors.ts";
import { checkIcon, iconsIn } from "./elements/icon/icons-in.ts";
import type { ScriptRunContext } from "./script-run-context.ts";

export interface ToastOptions {
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  /** Seconds, "short" (4), "long" (10), or "infinite" until closed. Default "short". */
  readonly duration?: "short" | "long" | "infinite" | number | undefined;
}

const DURATIONS = ["short", "long", "infinite"];

/** Sends a toast of this run. */
export function toast({ session }: ScriptRunContext, body: string, { icon, duration }: ToastOptions = {}): void {
  const call = "st.toast";
  if (typeof body !== "string" || body === "") throw badOption(call, "body", "a non-empty string", body);
  if (duration !== undefined && !(typeof duration === "number" ? duration > 0 && duration <= 3600 : DURATIONS.includes(duration))) {
    throw badOption(call, "duration", '"short", "long", "infinite" or up to 3600 seconds', duration);
  }
  checkIcon(call, icon);
  const icons = iconsIn(body, icon);
  // No key that is absent: toasts are not compared, they go out as they are.
  const toast: ToastProps = {
    body,
    ...(icon !== undefined && { icon }),
    ...(duration !== undefined && { duration }),
    ...(icons && { icons }),
  };
  session.output.add({ type: "toast", toast });
}
