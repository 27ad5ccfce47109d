import type { ElementText } from "../elements/element-text.ts";
import type { FrameText } from "../text.ts";

/** All that the framework says by itself, in one language. */
export interface Catalogue {
  /** The frame around a page. */
  readonly frame: FrameText;
  readonly element: ElementText;
}

/** The shape of an English text: whoever translates it keeps keys, parameters and the length of lists. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Translation<T[Key]> };
