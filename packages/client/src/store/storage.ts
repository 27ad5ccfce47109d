// Storage throws where the user has blocked it: what is kept then lasts as long as the page.
const memory = new Map<string, string>();

/** A choice that this browser remembers, or null. */
export function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Remembers a choice for later visits. */
export function writeStorage(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept in memory above.
  }
}
