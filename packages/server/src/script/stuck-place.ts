import { STUCK_PLACE, type StuckPlace } from "../thread/stuck-place.ts";
import { toErrorInfo } from "./loader/user-error.ts";
import { places } from "./script-run-context.ts";

/** Lets the host ask what this thread is at, also in the middle of an endless loop: the answer is made on top of the loop's own stack. */
export function answerStuckPlace(): void {
  const describe = (): string => {
    const { frame, stack } = toErrorInfo(new Error("asked where"), { production: false });
    const session = places.getStore()?.ctx.session.id;
    return JSON.stringify({ session, frame, stack } satisfies StuckPlace);
  };
  Object.defineProperty(globalThis, Symbol.for(STUCK_PLACE), { value: describe });
}
