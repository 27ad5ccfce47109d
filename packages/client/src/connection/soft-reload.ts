const TOKEN = "rivulet.resume";
const LAST = "rivulet.reloaded";
/** Two reloads within this time mean that reloading does not help. Milliseconds. */
const TOO_SOON = 10_000;

/** Loads the page again for a newer build and keeps its session (WS1). False if that was done a moment ago, to no avail. */
export function softReload(token: string | undefined): boolean {
  const last = Number(sessionStorage.getItem(LAST) ?? 0);
  if (Date.now() - last < TOO_SOON) return false;
  sessionStorage.setItem(LAST, String(Date.now()));
  if (token !== undefined) sessionStorage.setItem(TOKEN, token);
  location.reload();
  return true;
}

/** The token that a soft reload left; once. Any other reload finds none and begins a new session. */
export function takeReloadToken(): string | undefined {
  const token = sessionStorage.getItem(TOKEN) ?? undefined;
  sessionStorage.removeItem(TOKEN);
  return token;
}
