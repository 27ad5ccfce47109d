import type { ToastProps } from "@rivulet/protocol";
import { badOption } from "../errors.ts";
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
  const props: ToastProps = { body, icon, duration };
  session.output.add({ type: "toast", toast: props });
}
