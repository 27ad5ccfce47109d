/** `rivulet.json` in the folder that `build` wrote. */
export interface BuildManifest {
  /** The rivulet that made it; another one refuses it. */
  readonly rivulet: string;
  /** File of each page's module by page id, the entry first; relative to this manifest. */
  readonly pages: Readonly<Record<string, string>>;
  /** Whether the app calls `st.navigation`. */
  readonly navigates?: boolean | undefined;
  /** Settings that were beside the pages when they were built, checked. */
  readonly config: Readonly<Record<string, unknown>>;
}

export const MANIFEST_FILE = "rivulet.json";
