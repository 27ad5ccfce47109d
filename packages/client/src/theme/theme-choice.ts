import { readStorage, writeStorage } from "../store/storage.ts";

/** What the user chose; `system` follows the device. */
export type Theme = "light" | "dark" | "system";

/** Where the choice is kept; index.html reads it before the first paint. */
const KEY = "rivulet.theme";

const darkDevice = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** The page's theme: remembered, shared with other tabs, shown as `data-theme` on the document. */
export const themeChoice = {
  get chosen(): Theme {
    const stored = readStorage(KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  },

  /** The one that is showing. */
  get shown(): "light" | "dark" {
    const { chosen } = themeChoice;
    return chosen === "system" ? (darkDevice.matches ? "dark" : "light") : chosen;
  },

  choose(theme: Theme): void {
    writeStorage(KEY, theme);
    show();
  },

  subscribe(this: void, listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function show(): void {
  document.documentElement.dataset.theme = themeChoice.shown;
  for (const listener of listeners) listener();
}

darkDevice.addEventListener("change", show);
addEventListener("storage", ({ key }) => {
  if (key === KEY) show();
});
show();
