import type { StateImage } from "../thread/state-image.ts";
import type { CallSite } from "./call-site.ts";
import type { Identity, TreeNode } from "./session-tree.ts";

/** Bytes of one key of session state from which on it slows every run that touches it. */
const LARGE = 1024 * 1024;

/** What a session says to its page's author under `rivulet dev`, each thing once. */
export class DevAdvice {
  readonly #sites = new Map<string, CallSite>();
  readonly #given = new Set<string>();

  /** Remembers where a widget or container is called. */
  note(site: CallSite): void {
    this.#sites.set(site.id, site);
  }

  /** Advice for elements whose number has changed: equal ones can only be told apart by their order (FM4). */
  recounted({ type }: TreeNode, { site, label }: Identity): string | undefined {
    const place = this.#sites.get(site);
    if (place === undefined || !this.#first(site)) return undefined;
    const name = label === "" ? type : `${type} ${JSON.stringify(label)}`;
    return `The number of equal elements (${name}) changed between runs at ${place.file}:${place.line}. Give these a key.`;
  }

  /** Advice for a key of session state that is large: it is serialised after every run that touches it (SR11). */
  committed(key: string, image: StateImage | null): string | undefined {
    if (image === null || image.length <= LARGE || !this.#first(`state ${key}`)) return undefined;
    const size = (image.length / LARGE).toFixed(1);
    return `st.sessionState.${key} takes ${size} MB, which every run that touches it writes anew. Keep large data in a module or a database.`;
  }

  /** Advice for a bound value that the browser is not given to keep. */
  tooLong(bind: string, key: string): string | undefined {
    if (!this.#first(`bind ${key}`)) return undefined;
    return `The value of the widget with the key ${JSON.stringify(key)} is too long, alone or with the others, to be kept with bind: "${bind}". It lasts as long as the session.`;
  }

  #first(what: string): boolean {
    if (this.#given.has(what)) return false;
    this.#given.add(what);
    return true;
  }
}
