import { places } from "./script-run-context.ts";

const METHODS = ["debug", "log", "info", "warn", "error"] as const;
/** Characters of a session's id that tell it from its neighbours. */
const SHORT = 6;

/** Makes what pages print say which session's run of which page printed it. For `rivulet dev`. */
export function attributeConsole(): void {
  for (const method of METHODS) {
    const print = console[method].bind(console);
    console[method] = (...args: unknown[]) => {
      const session = places.getStore()?.ctx.session;
      if (session === undefined) print(...args);
      else print(`[${session.page} ${session.id.slice(0, SHORT)}]`, ...args);
    };
  }
}
