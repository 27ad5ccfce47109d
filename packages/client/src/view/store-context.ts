import type { AppNode, NodeId, WidgetId } from "@rivulet/protocol";
import { createContext, useCallback, useContext, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { AppStore } from "../store/app-store.ts";
import type { PageState } from "../store/page-state.ts";

const StoreContext = createContext<AppStore | undefined>(undefined);

/** Gives the page its store. */
export const StoreProvider = StoreContext.Provider;

export function useStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("A view was rendered outside StoreProvider. This is a bug in rivulet.");
  return store;
}

/**
 * A node, rendered again when its props or its list of children change; undefined once it is gone.
 * State instead of `useSyncExternalStore`, which costs a passive effect a change; nodes are replaced whole, so nothing can tear.
 */
export function useNode(id: NodeId): AppNode | undefined {
  const store = useStore();
  const [node, setNode] = useState(() => store.node(id));
  useLayoutEffect(() => {
    const read = () => setNode(store.node(id));
    read();
    return store.subscribeNode(id, read);
  }, [store, id]);
  return node;
}

/** What a widget shows: its draft, else what was sent, else `server`. */
export function useWidgetValue(id: WidgetId, server: unknown): unknown {
  const { widgets } = useStore();
  useSyncExternalStore(
    useCallback((listener: () => void) => widgets.topics.subscribe(id, listener), [widgets, id]),
    () => widgets.local(id),
  );
  return widgets.value(id, server);
}

/** One part of the page's state. */
export function usePage<Part extends keyof PageState>(part: Part): PageState[Part] {
  const store = useStore();
  return useSyncExternalStore(store.subscribePage, () => store.page[part]);
}
