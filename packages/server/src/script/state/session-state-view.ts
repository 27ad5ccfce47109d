import { badOption, RivuletError } from "../../errors.ts";
import { currentPlace } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import { pageValue } from "./page-value.ts";

/**
 * Types of session state, by declaration merging:
 * `declare module "rivulet" { interface SessionState { count: number } }`.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- merged by users
export interface SessionState {}

/** Session state as pages see it: keys as properties; widgets with a key are among them. */
export type SessionStateView = SessionState & { [key: string]: unknown } & {
  /**
   * Sets what is not set yet and returns session state typed by `defaults`.
   * @example
   * const state = st.sessionState.init({ count: 0, names: [] as string[] });
   */
  init<T extends Record<string, unknown>>(defaults: T): Widen<T> & SessionState;
};

/** `init({ count: 0 })` is a number from then on, not the literal 0. */
type Widen<T> = { [K in keyof T]: T[K] extends number ? number : T[K] extends string ? string : T[K] extends boolean ? boolean : T[K] };

function session(use: string): ScriptSession {
  const { ctx } = currentPlace(`st.sessionState${use}`);
  ctx.check(`st.sessionState${use}`);
  return ctx.session;
}

function read({ state, widgets }: ScriptSession, key: string): unknown {
  const value = state.get(key);
  if (value !== undefined) return value;
  const record = widgets.byKey(key);
  if (record === undefined || record.value === undefined) return undefined;
  return pageValue(record, record.value);
}

function has({ state, widgets }: ScriptSession, key: string): boolean {
  return state.has(key) || widgets.byKey(key) !== undefined;
}

/** S2: what a run has shown it cannot take back. */
function checkSettable(use: ScriptSession, key: string): void {
  const { ctx } = currentPlace(`st.sessionState.${key}`);
  if (key === "init") throw new RivuletError("RIVULET_WIDGET_STATE", { key, problem: "is the name of its own method. Take another key." });
  if (use.widgets.byKey(key)?.run === ctx.run) {
    throw new RivuletError("RIVULET_WIDGET_STATE", {
      key,
      problem: "cannot be set after the widget with this key was shown in the same run. Set it before the widget, or in a callback.",
    });
  }
}

function init(defaults: Record<string, unknown>): unknown {
  const use = session(".init");
  if (typeof defaults !== "object" || defaults === null)
    throw badOption("st.sessionState.init", "defaults", "an object of keys and values", defaults);
  for (const [key, value] of Object.entries(defaults)) {
    if (has(use, key)) continue;
    checkSettable(use, key);
    use.state.set(key, value);
  }
  return sessionState;
}

/** One view for all sessions: it finds the run by AsyncLocalStorage at each access (SR11). */
export const sessionState = new Proxy({} as SessionStateView, {
  get(_, key) {
    if (typeof key === "symbol") return undefined;
    return key === "init" ? init : read(session(`.${key}`), key);
  },
  set(_, key, value) {
    if (typeof key === "symbol") return false;
    const use = session(`.${key}`);
    checkSettable(use, key);
    use.state.set(key, value);
    return true;
  },
  has: (_, key) => typeof key === "string" && (key === "init" || has(session(`.${key}`), key)),
  deleteProperty(_, key) {
    if (typeof key === "symbol") return false;
    const use = session(`.${key}`);
    checkSettable(use, key);
    use.state.delete(key);
    return true;
  },
  ownKeys() {
    const { state, widgets } = session("");
    return [...new Set([...state.keys(), ...widgets.keys()])];
  },
  getOwnPropertyDescriptor(_, key) {
    if (typeof key === "symbol") return undefined;
    const use = session(`.${key}`);
    return has(use, key) ? { value: read(use, key), writable: true, enumerable: true, configurable: true } : undefined;
  },
});
