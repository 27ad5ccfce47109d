import type { CallSite } from "./call-site.ts";
import type { Identity, TreeNode } from "./session-tree.ts";

/** Advises, once a place, to give keys to equal elements that come and go: they can only be told apart by their order (FM4). */
export class KeyAdvice {
  readonly #sites = new Map<string, CallSite>();
  readonly #given = new Set<string>();

  /** Remembers where a widget or container is called. */
  note(site: CallSite): void {
    this.#sites.set(site.id, site);
  }

  /** What to say of elements whose number has changed, if that was not said before. */
  give({ type }: TreeNode, { site, label }: Identity): string | undefined {
    const place = this.#sites.get(site);
    if (place === undefined || this.#given.has(site)) return undefined;
    this.#given.add(site);
    const name = label === "" ? type : `${type} ${JSON.stringify(label)}`;
    return `The number of equal elements (${name}) changed between runs at ${place.file}:${place.line}. Give these a key.`;
  }
}
