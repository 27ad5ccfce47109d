import type { AppStore } from "../store/app-store.ts";
import type { PageState } from "../store/page-state.ts";

/**
 * Marks with `data-stale` what a slow run has not reached yet. Done on the DOM, since rendering hundreds of nodes again for an
 * opacity would cost more than the hint is worth; React never sets this attribute.
 */
export function keepStaleMarks(root: HTMLElement, store: AppStore): () => void {
  let shown: PageState["pending"] = [];
  return store.subscribePage(() => {
    const { pending, running, slow } = store.page;
    // What a run in flight has not reached is hinted after a delay; what one that failed has left, at once.
    const wanted = slow || !running ? pending : [];
    if (wanted === shown || (wanted.length === 0 && shown.length === 0)) return;
    shown = wanted;
    const stale = new Set(wanted.flatMap(([id, from]) => store.node(id)?.children?.slice(from) ?? []));
    for (const element of root.querySelectorAll<HTMLElement>("[data-node]")) {
      element.toggleAttribute("data-stale", stale.has(Number(element.dataset.node)));
    }
  });
}
