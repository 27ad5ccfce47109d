import { currentPlace } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import { parseCookies } from "./cookies.ts";
import { textsOf, type Texts } from "./texts.ts";

/**
 * What is known of the user's browser and of the request that it came with. To be read only, and up to date as of the run's start or
 * later. What a browser says of itself may be anything: do not take it as a proof of who somebody is.
 */
export interface StContext {
  /**
   * Headers of the request that the session began with; names in any case. Without `Authorization`, `Cookie`, and what concerns single
   * connections.
   * @example
   * const agent = st.context.headers.get("user-agent");
   */
  readonly headers: Texts;
  /** Cookies of the request that the session began with, without those of rivulet itself. */
  readonly cookies: Texts;
  /** The address that the request came from: that of the last proxy, if there is one. `undefined` where there was no request. */
  readonly ip: string | undefined;
  /** The page's address as the user sees it, without query and fragment: "https://example.com/app/orders". */
  readonly url: string | undefined;
  /** The browser's first language, as "de-AT". */
  readonly locale: string | undefined;
  /** The browser's time zone, as "Europe/Oslo". */
  readonly timezone: string | undefined;
  /** Minutes that the browser's time is behind UTC: -60 in Oslo in winter, as `Date.getTimezoneOffset`. */
  readonly timezoneOffset: number | undefined;
  readonly theme: {
    /** Which theme the browser shows: follows the user's choice, and the device where none was made. */
    readonly type: "light" | "dark" | undefined;
  };
  /** True if the page was opened with `?embed=true`, as a part of another site. */
  readonly isEmbedded: boolean;
  /**
   * Names the request that this run answers. A run that is repeated because a worker was lost has the same: give it to a payment
   * service or a mail queue, so that what was done is not done twice.
   */
  readonly requestId: string;
}

/** Parsed headers and cookies of a visitor: of few, since few pages ask. */
const parsed = new WeakMap<object, { headers?: Texts; cookies?: Texts }>();

function here(name: string): ScriptSession {
  const { ctx } = currentPlace(`st.context.${name}`);
  ctx.check(`st.context.${name}`);
  return ctx.session;
}

function textsFrom({ visitor }: ScriptSession): { headers?: Texts; cookies?: Texts } {
  if (visitor === undefined) return {};
  let texts = parsed.get(visitor);
  if (texts === undefined) parsed.set(visitor, (texts = {}));
  return texts;
}

/** One view for all sessions: it finds the run by AsyncLocalStorage at each access. */
export const context: StContext = Object.freeze({
  get headers() {
    const session = here("headers");
    const headers = (): Record<string, string> => JSON.parse(session.visitor?.headers ?? "{}") as Record<string, string>;
    return (textsFrom(session).headers ??= textsOf(Object.entries(headers()), (name) => name.toLowerCase()));
  },
  get cookies() {
    const session = here("cookies");
    return (textsFrom(session).cookies ??= textsOf(parseCookies(session.visitor?.cookies ?? "")));
  },
  get ip() {
    return here("ip").visitor?.ip;
  },
  get url() {
    const { facts, place } = here("url");
    const base = facts.url;
    return base !== undefined && URL.canParse(base) ? new URL(base).href.replace(/\/$/, "") + place.path : undefined;
  },
  get locale() {
    return here("locale").facts.locale;
  },
  get timezone() {
    return here("timezone").facts.timezone;
  },
  get timezoneOffset() {
    return here("timezoneOffset").facts.timezoneOffset;
  },
  get theme() {
    return { type: here("theme").facts.theme };
  },
  get isEmbedded() {
    return new URLSearchParams(here("isEmbedded").place.query).get("embed") === "true";
  },
  get requestId() {
    const { ctx } = currentPlace("st.context.requestId");
    ctx.check("st.context.requestId");
    return `${ctx.session.requests}-${ctx.no}`;
  },
});
