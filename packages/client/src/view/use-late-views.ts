import { lazyModule } from "../elements/markdown/lazy-module.ts";

/** The views that a page shows only now and then, once wanted and loaded. */
export const useLateViews = lazyModule(() => import("./late-views.ts"));
