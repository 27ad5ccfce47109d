import { englishElements, setElementText } from "../elements/element-text.ts";
import { pageMeta } from "../page-meta.ts";
import { loads } from "../store/loads.ts";
import { readStorage, writeStorage } from "../store/storage.ts";
import { englishFrame, setText } from "../text.ts";
import type { Catalogue } from "./catalogue.ts";
import { setSessionLocale } from "./session-locale.ts";

/** The catalogues besides English, by language: each a chunk of its own. index.html has the same list. */
export const CATALOGUES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  ar: () => import("./ar.ts").then(({ ar }) => ar),
  de: () => import("./de.ts").then(({ de }) => de),
  zh: () => import("./zh.ts").then(({ zh }) => zh),
};

/** Languages that are written from right to left; index.html has the same list. */
const FROM_RIGHT = /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i;
/** Where the locale that pages below a base asked for is kept, so that their next load begins with it; index.html reads it. */
const KEY = "rivulet.locale";

const listeners = new Set<() => void>();
let shown = "";

/** The language of the framework's words, and the locale of numbers, dates and times. */
export const locale = {
  /** Changes when the words have. */
  get shown(): string {
    return shown;
  },

  subscribe(this: void, listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Takes what index.html has chosen before the first paint. Resolves when its words are there; a page may be shown then. */
  start(): Promise<void> {
    return show(document.documentElement.dataset["locale"] ?? "en");
  },

  /** Follows what a page asks for with `st.setPageConfig({ locale })`. `settled`: the page has run, and what it has not said it does not say. */
  async follow(wanted: string | undefined, settled: boolean): Promise<void> {
    const key = KEY + pageMeta().base;
    if (wanted === undefined) {
      if (settled && readStorage(key)) writeStorage(key, "");
      return;
    }
    if (readStorage(key) !== wanted) writeStorage(key, wanted);
    if (wanted === document.documentElement.dataset["locale"]) return;
    Object.assign(document.documentElement, { lang: wanted, dir: FROM_RIGHT.test(wanted) ? "rtl" : "ltr" });
    document.documentElement.dataset["locale"] = wanted;
    await show(wanted);
  },
};

async function show(tag: string): Promise<void> {
  const language = tag.split("-", 1)[0]?.toLowerCase() ?? "";
  const load = CATALOGUES[language];
  let words: Catalogue = { frame: englishFrame, element: englishElements };
  if (load) {
    const loading = load().then((found) => {
      words = found;
    }, reportError);
    loads.track(loading);
    await loading;
  }
  // A page may have asked for another one meanwhile.
  if (shown !== "" && tag !== document.documentElement.dataset["locale"]) return;
  setSessionLocale(tag);
  setText(words.frame);
  setElementText(words.element);
  shown = tag;
  for (const listener of listeners) listener();
}
