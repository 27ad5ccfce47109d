/** `rivulet.json` in the folder that `build` wrote. */
export interface BuildManifest {
  /** The rivulet that made it; another one refuses it. */
  readonly rivulet: string;
  /** File of each page's module by page id, the entry first; relative to this manifest. */
  readonly pages: Readonly<Record<string, string>>;
}

export const MANIFEST_FILE = "rivulet.json";
