import "../theme/late-views.css";

// One chunk: what a page shows only now and then.
export { About } from "./About.tsx";
export { MenuItems } from "./MenuItems.tsx";
export { ProblemOverlay } from "./ProblemOverlay.tsx";
