import type { Fragment } from "../fragments/fragment.ts";

/** What `st.rerun()` can ask for: the page, the fragment that is running, or others by their keys. */
export type RerunScope = "app" | "fragment" | readonly Fragment[];
