import type { ElementType } from "@rivulet/protocol";
import { useSyncExternalStore, type Attributes } from "react";
import { loads } from "../store/loads.ts";
import { text } from "../text.ts";
import { Skeleton } from "../view/Skeleton.tsx";
import type { ElementProps } from "./element-props.ts";
import type { ElementComponent } from "./element-registry.ts";

type Loaded<T extends ElementType> = (props: ElementProps<T>) => React.ReactNode;

/**
 * An element whose code is a chunk of its own. The import starts when its first delta arrives; until it is there, a skeleton
 * stands in. No Suspense: React holds fallbacks back and shows such elements a third of a second late.
 * `height` guesses the final height in pixels, so that nothing jumps.
 * @example json: lazyElement(() => import("./Json.tsx").then((m) => m.Json), (props) => 24 * props.props.body.split("\n").length)
 */
export function lazyElement<T extends ElementType>(
  load: () => Promise<Loaded<T>>,
  height: (props: ElementProps<T>) => number,
): ElementComponent<T> {
  let component: Loaded<T> | undefined;
  let state: "unasked" | "loading" | "loaded" | "failed" = "unasked";
  const listeners = new Set<() => void>();

  const settle = (next: "loaded" | "failed") => {
    state = next;
    for (const listener of listeners) listener();
  };
  const preload = () => {
    if (state === "loading" || state === "loaded") return;
    state = "loading";
    loads.track(
      load().then(
        (loaded) => {
          component = loaded;
          settle("loaded");
        },
        (error: unknown) => {
          reportError(error);
          settle("failed");
        },
      ),
    );
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const Lazy = (props: ElementProps<T>) => {
    const now = useSyncExternalStore(subscribe, () => state);
    const Component = component;
    if (Component) return <Component {...(props as ElementProps<T> & Attributes)} />;
    if (now === "failed") {
      return (
        <p className="rv-load-failed" role="alert">
          {text.loadFailed} <button onClick={preload}>{text.tryAgain}</button>
        </p>
      );
    }
    return <Skeleton height={height(props)} />;
  };
  return Object.assign(Lazy, { preload });
}
