import { Call } from "../../dist/script/threads/call.js";
import { CallWrites } from "../../dist/script/threads/call-writes.js";
import { RunThreads } from "../../dist/script/threads/run-threads.js";
import { Thread } from "../../dist/script/threads/thread.js";
import { ScriptRunContext } from "../../dist/script/script-run-context.js";

/** Bugs that a suite must find. `RIVULET_PLANT=<name>` plants one in any run of the fuzz. */
export const PLANTS = ["revocation-check-off", "drain-off", "wrong-session-context"] as const;
export type Plant = (typeof PLANTS)[number];

/** Plants a bug in the runtime under test; disposing takes it out again. */
export function plant(bug: Plant | undefined): Disposable {
  const undo: (() => void)[] = [];
  const replace = <T extends object, K extends keyof T & string>(target: T, key: K, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(target, key) as PropertyDescriptor;
    Object.defineProperty(
      target,
      key,
      typeof value === "function" && before.get ? { ...before, get: value as () => unknown } : { ...before, value },
    );
    undo.push(() => Object.defineProperty(target, key, before));
  };
  if (bug === "revocation-check-off") revocationOff(replace);
  if (bug === "drain-off") replace(Call.prototype, "drain", () => {});
  if (bug === "wrong-session-context") wrongContext(replace);
  return { [Symbol.dispose]: () => undo.reverse().forEach((back) => back()) };
}

type Replace = <T extends object, K extends keyof T & string>(target: T, key: K, value: unknown) => void;

/** Threads keep their context when their run is over, and what they write is taken. */
function revocationOff(replace: Replace): void {
  const { apply } = CallWrites.prototype;
  const end = Object.getOwnPropertyDescriptor(ScriptRunContext.prototype, "end")?.get as (this: ScriptRunContext) => unknown;
  let applying = false;
  replace(RunThreads.prototype, "detach", () => {});
  replace(CallWrites.prototype, "apply", function (this: CallWrites, ...args: Parameters<typeof apply>) {
    applying = true;
    try {
      apply.apply(this, args);
    } finally {
      applying = false;
    }
  });
  replace(ScriptRunContext.prototype, "end", function (this: ScriptRunContext) {
    return applying ? undefined : end.call(this);
  });
}

/** A thread now and then gets the context that was given to another one before. */
function wrongContext(replace: Replace): void {
  const { attach } = Thread.prototype;
  let last: ScriptRunContext | undefined;
  replace(Thread.prototype, "attach", function (this: Thread, ctx: ScriptRunContext) {
    const other = last !== undefined && last.end === undefined && last.session !== ctx.session ? last : ctx;
    last = ctx;
    attach.call(this, other);
  });
}
