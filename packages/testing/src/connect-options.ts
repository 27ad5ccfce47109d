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
}

export const DEFAULT_TIMEOUT = 60_000;
export const SOCKET_OPTIONS = { perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 1024 * 1024 * 1024 } as const;

/** The address of the server's one WebSocket. */
export function socketAddress(page: URL, { base = "/" }: ConnectOptions): URL {
  const address = new URL(`${base.replace(/\/$/, "")}/ws`, page);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address;
}

/** What a client says first; with a token it asks to go on with that session. */
export function helloFor(
  { path, query }: PagePlace,
  { base = "/", facts = {} }: ConnectOptions,
  { token, repeats }: { readonly token: string | undefined; readonly repeats: number },
): HelloMsg {
  const place = { path: base.replace(/\/$/, "") + path, query };
  return { type: "hello", protocol: PROTOCOL_VERSION, build: "", ...place, facts, ...(token !== undefined && { resume: token, repeats }) };
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
