import { block } from "../element.ts";

/** A place for at most one element; each write replaces it. */
export interface EmptyProps {}

export const empty = block<EmptyProps>();
