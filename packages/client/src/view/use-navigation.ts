import { lazyModule } from "../elements/markdown/lazy-module.ts";

/** The list of an app's pages, once wanted and loaded: apps of one page have none. */
export const useNavigation = lazyModule(() => import("./navigation/Navigation.tsx"));
