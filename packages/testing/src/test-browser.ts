import { boundCookiePrefix, type ClientFacts } from "@rivulet/protocol";

/** The browser that an `AppTest` pretends to be: what `st.context` says of it. */
export interface TestBrowser extends ClientFacts {
  /** Default "127.0.0.1"; with `{ real: true }` always that. */
  readonly ip?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cookies?: Readonly<Record<string, string>> | undefined;
}

/** What a browser keeps for widgets with `bind`, by key, in the form in which it is kept: of choices the labels. */
export interface TestStorage {
  readonly local?: Readonly<Record<string, unknown>> | undefined;
  readonly session?: Readonly<Record<string, unknown>> | undefined;
  readonly cookie?: Readonly<Record<string, unknown>> | undefined;
}

/** What a test's browser keeps. */
export interface KeptStorage {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
}

export function factsOf({ ip: _, headers: __, cookies: ___, ...facts }: TestBrowser = {}): ClientFacts {
  return facts;
}

/** The headers of the request with which the browser comes; bound values in cookies are among them. */
export function headersOf({ headers = {}, cookies = {} }: TestBrowser = {}, storage: TestStorage = {}): Record<string, string> {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  for (const [key, value] of Object.entries(storage.cookie ?? {}))
    pairs.push(`${boundCookiePrefix("")}${encodeURIComponent(key)}=${encodeURIComponent(JSON.stringify(value))}`);
  return pairs.length === 0 ? { ...headers } : { ...headers, cookie: pairs.join("; ") };
}

/** Texts by name, as they are sent and kept. */
export function storedOf(storage: TestStorage = {}): [name: string, text: string][] {
  return Object.entries(storage).flatMap(([kind, values]) =>
    Object.entries((values ?? {}) as Record<string, unknown>).map(([key, value]): [string, string] => [
      `${kind}:${key}`,
      JSON.stringify(value),
    ]),
  );
}

/** The other way round. */
export function storageOf(stored: ReadonlyMap<string, string>): KeptStorage {
  const storage: Record<string, Record<string, unknown>> = { local: {}, session: {}, cookie: {} };
  for (const [name, text] of stored) {
    const cut = name.indexOf(":");
    (storage[name.slice(0, cut)] ??= {})[name.slice(cut + 1)] = JSON.parse(text) as unknown;
  }
  return storage as unknown as KeptStorage;
}
