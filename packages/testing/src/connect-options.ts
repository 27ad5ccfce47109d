import { CLOSE_CODES, PROTOCOL_VERSION, type ClientFacts, type HelloMsg, type PagePlace } from "@rivulet/protocol";

/** How `connect` reaches a server. */
export interface ConnectOptions {
  /** Path that the server serves everything below. Default "/". */
  readonly base?: string | undefined;
  /** Milliseconds to wait for the server's welcome, and for `waitIdle` when it is not told. Default 60,000. */
  readonly timeout?: number | undefined;
  /** Whether fragments with `runEvery` run by themselves, as in a browser; otherwise `tick` runs them. Default false. */
  readonly ticks?: boolean | undefined;
  /** What the browser would say of itself. */
  readonly facts?: ClientFacts | undefined;
  /** Headers of the request that opens the socket. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What the browser would keep for bound widgets: texts by name ("local:theme"). Cookies are a header. */
  readonly stored?: readonly (readonly [name: string, text: string])[] | undefined;
}

export const DEFAULT_TIMEOUT = 60_000;
export const SOCKET_OPTIONS = { perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 1024 * 1024 * 1024 } as const;

/** The address of the server's one WebSocket. */
export function socketAddress(page: URL, { base = "/" }: ConnectOptions): URL {
  const address = new URL(`${base.replace(/\/$/, "")}/ws`, page);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address;
}

/** What a client says first; with a token it asks to go on with that session from the last frame that it has seen. */
export function helloFor(
  { place, seen }: { readonly place: PagePlace; readonly seen: number },
  { base = "/", facts = {}, stored }: ConnectOptions,
  { token, repeats }: { readonly token: string | undefined; readonly repeats: number },
): HelloMsg {
  const goOn = token === undefined ? { stored } : { resume: token, repeats, applied: seen > 0 ? seen : undefined };
  const path = base.replace(/\/$/, "") + place.path;
  return { type: "hello", protocol: PROTOCOL_VERSION, build: "", ...goOn, path, query: place.query, facts };
}

/** The place below the server's base that an address names. */
export function placeOf({ pathname, search }: URL, { base = "/" }: ConnectOptions): PagePlace {
  const root = base.replace(/\/$/, "");
  return { path: (pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : pathname) || "/", query: search.slice(1) };
}

/** The name of a close code; empty if it has none. */
export function closeReason(code: number): string {
  return Object.entries(CLOSE_CODES).find(([, known]) => known.code === code)?.[0] ?? "";
}
