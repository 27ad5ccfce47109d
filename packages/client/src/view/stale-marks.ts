import type { NodeId } from "@rivulet/protocol";
import type { AppStore } from "../store/app-store.ts";

/**
 * Marks with `data-stale` what a slow run has not reached yet. Done on the DOM, since rendering hundreds of nodes again for an
 * opacity would cost more than the hint is worth; React never sets this attribute.
 */
export function keepStaleMarks(root: HTMLElement, store: AppStore): () => void {
  let marked: ReadonlySet<NodeId> = new Set();
  return store.subscribePage(() => {
    const { running, slow, unreached } = store.page;
    const pending = unreached ?? store.page.pending;
    if (pending.length === 0 && marked.size === 0) return;
    let ids = pending.flatMap(([id, from]) => store.node(id)?.children?.slice(from) ?? []).flatMap((id) => boxes(store, id));
    // What a run in flight has not reached is hinted after a delay; what one that failed has left, at once, whatever else begins to run.
    if (running.length > 0 && !slow) ids = ids.filter((id) => marked.has(id));
    const stale = new Set(ids);
    if (stale.size === marked.size && ids.every((id) => marked.has(id))) return;
    marked = stale;
    for (const element of root.querySelectorAll<HTMLElement>("[data-node]")) {
      element.toggleAttribute("data-stale", stale.has(Number(element.dataset.node)));
    }
  });
}

/** The nodes that stand for a node on the page: a fragment has no box, only what is in it. */
function boxes(store: AppStore, id: NodeId): readonly NodeId[] {
  const node = store.node(id);
  return node?.type === "fragment" ? (node.children?.flatMap((child) => boxes(store, child)) ?? []) : [id];
}
