import { boundCookiePrefix, type StoredWrite } from "@rivulet/protocol";

// Storage throws where the user has blocked it: then bound values last as long as the session.
const places: Readonly<Record<string, () => Storage>> = { local: () => localStorage, session: () => sessionStorage };
/** Seconds that a browser keeps a cookie at most. */
const YEAR = 34_560_000;

/** What this browser keeps of bound widgets for the app below `base`, but for cookies, which travel by themselves. */
export function boundValues(base: string): [name: string, text: string][] {
  const prefix = prefixFor(base);
  return Object.entries(places).flatMap(([kind, place]) => {
    try {
      const kept = Object.entries(place()).filter(([name]) => name.startsWith(prefix));
      return kept.map(([name, text]): [string, string] => [`${kind}:${name.slice(prefix.length)}`, String(text)]);
    } catch {
      return [];
    }
  });
}

/** Keeps what the app's page says, but for what frames up to `seen` had told. */
export function keepBoundValues(writes: readonly StoredWrite[], base: string, seen: number): void {
  for (const [name, text, seq] of writes) {
    if (seq <= seen) continue;
    const [kind, key] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
    try {
      const place = places[kind]?.();
      if (place === undefined) setCookie(key, text, base);
      else if (text === null) place.removeItem(prefixFor(base) + key);
      else place.setItem(prefixFor(base) + key, text);
    } catch {
      // Blocked or full.
    }
  }
}

function setCookie(key: string, text: string | null, base: string): void {
  const { port, protocol } = location;
  const name = boundCookiePrefix(port) + encodeURIComponent(key);
  const secure = protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(text ?? "")}; path=${base}; max-age=${text === null ? 0 : YEAR}; samesite=lax${secure}`;
}

/** Apps of one origin differ in their base. */
function prefixFor(base: string): string {
  return `rivulet.bound:${base}:`;
}
