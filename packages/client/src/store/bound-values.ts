import { boundCookiePrefix, MAX_BOUND, type StoredWrite } from "@rivulet/protocol";

// Storage throws where the user has blocked it: then bound values last as long as the session.
const places: Readonly<Record<string, () => Storage>> = { local: () => localStorage, session: () => sessionStorage };
/** Seconds that a browser keeps a cookie at most. */
const YEAR = 34_560_000;

/** What this browser keeps of bound widgets for the app below `base`, but for cookies, which travel by themselves. */
export function boundValues(base: string): [name: string, text: string][] {
  const prefix = prefixFor(base);
  const kept: [string, string][] = [];
  for (const [kind, place] of Object.entries(places)) {
    let left: number = MAX_BOUND.all;
    try {
      for (const [name, text] of Object.entries(place()) as [string, string][]) {
        // Whatever stands there must not keep its user out of the app.
        if (!name.startsWith(prefix) || text.length > MAX_BOUND.one || (left -= name.length + text.length) < 0) continue;
        kept.push([`${kind}:${name.slice(prefix.length)}`, text]);
      }
    } catch {
      // Blocked.
    }
  }
  return kept;
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
