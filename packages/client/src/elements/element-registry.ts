import type { ElementType } from "@rivulet/protocol";
import type { ReactNode } from "react";
import type { ElementProps } from "./element-props.ts";

/** Renders one element type. Memoised by whoever renders it, so it needs no `memo` of its own. */
export interface ElementComponent<T extends ElementType> {
  (props: ElementProps<T>): ReactNode;
  /** Starts loading the code; called when the first delta with such an element arrives. Absent: it is there. */
  readonly preload?: () => void;
}

/** A component for every element there is; a missing one does not compile. */
export type ElementRegistry = { readonly [T in ElementType]: ElementComponent<T> };
