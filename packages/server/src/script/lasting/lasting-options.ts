import type { ElementType } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { canStandInQuery } from "./param-codec.ts";

/** How long a value is kept while its widget is not shown. */
export type PersistState = "page" | "session";

/** Where a value is kept beyond its session: in the page's address, or in the user's browser. */
export type Bind = "query-params" | StorageKind;

/** Places in a browser: for all tabs and later visits, for one tab, or for all tabs and as soon as the page is asked for. */
export type StorageKind = "local" | "session" | "cookie";

/**
 * Whether a widget's value outlasts what usually ends it: a run that does not show the widget, a reload of the page. Both options need
 * a `key`.
 */
export type LastingOptions =
  | { readonly key?: string | undefined; readonly persistState?: undefined; readonly bind?: undefined }
  | {
      readonly key: string;
      /** Keeps the value while the widget is not shown: as long as the user stays on the page, or as long as the session. Default: it is dropped. */
      readonly persistState?: PersistState | undefined;
      /**
       * Keeps the value beyond the session. "query-params": in the page's address under the key, so that it can be shared and the back
       * button undoes it. "local", "session", "cookie": in the user's browser, for later visits, for this tab, or for later visits and
       * from their first moment on. What is found there and is not possible (any more) does not count; a value equal to the initial one
       * is not kept.
       */
      readonly bind?: Bind | undefined;
    };

/** What a widget's record keeps of them. */
export interface Lasting {
  readonly persist: PersistState | undefined;
  readonly bind: Bind | undefined;
  /** The value that need not be kept: the page's initial one. */
  readonly initial: unknown;
}

const BINDS: readonly unknown[] = ["query-params", "local", "session", "cookie"] satisfies Bind[];
/** Names in the query that are the frame's own. */
export const RESERVED_PARAMS: readonly string[] = ["embed", "embed_options"];

/** Checks the options of a call whose value may last; undefined if it does not. */
export function checkLasting(
  call: string,
  type: ElementType,
  props: object,
  { key, persistState, bind }: { readonly key?: unknown; readonly persistState?: unknown; readonly bind?: unknown },
): { readonly persist: PersistState | undefined; readonly bind: Bind | undefined } | undefined {
  if (persistState === undefined && bind === undefined) return undefined;
  if (persistState !== undefined && persistState !== "page" && persistState !== "session")
    throw badOption(call, "persistState", '"page" or "session"', persistState);
  if (bind !== undefined && !BINDS.includes(bind)) throw badOption(call, "bind", '"query-params", "local", "session" or "cookie"', bind);
  if (key === undefined) {
    const option = bind === undefined ? "persistState" : "bind";
    throw badOption(call, "key", `given where ${option} is: it names what is kept`, key);
  }
  if (bind !== undefined) checkBindable(call, type, props, bind as Bind);
  if (bind === "query-params" && RESERVED_PARAMS.includes(key as string))
    throw badOption(call, "key", 'another one with bind: "query-params": the page\'s frame uses this parameter', key);
  return { persist: persistState, bind: bind as Bind | undefined };
}

// oxlint-disable-next-line max-params -- of one call
function checkBindable(call: string, type: ElementType, props: object, bind: Bind): void {
  if ((props as { readonly kind?: unknown }).kind === "password")
    throw badOption(call, "bind", 'absent where type is "password": what is kept can be read', bind);
  if (bind === "query-params" && !canStandInQuery(type))
    throw badOption(call, "bind", "another one: a value of this widget cannot stand in an address", bind);
}
