import { useSyncExternalStore } from "react";

// The same width as in frame.css.
const query = matchMedia("(max-width: 48rem)");

/** True where the sidebar does not fit beside the page. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => query.matches,
  );
}
