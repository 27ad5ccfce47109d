import { useEffect, useSyncExternalStore } from "react";
import { loads } from "../../store/loads.ts";

/** A hook that gives a module that is a chunk of its own: undefined until it has arrived, or while it is not wanted. */
export interface UseModule<M> {
  (wanted?: boolean): M | undefined;
  /** Starts loading before anything is rendered. */
  readonly preload: () => void;
}

/** Makes the hook for one module; all its users share one load. A load that failed is tried again by the next user. */
export function lazyModule<M>(load: () => Promise<M>): UseModule<M> {
  let loaded: M | undefined;
  let loading = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const start = () => {
    if (loading || loaded !== undefined) return;
    loading = true;
    loads.track(
      load().then(
        (module) => {
          loaded = module;
          for (const listener of listeners) listener();
        },
        () => {
          loading = false;
        },
      ),
    );
  };
  const useModule = (wanted = true) => {
    const module = useSyncExternalStore(
      subscribe,
      () => loaded,
      () => undefined,
    );
    useEffect(() => {
      if (wanted) start();
    }, [wanted]);
    return wanted ? module : undefined;
  };
  return Object.assign(useModule, { preload: start });
}
