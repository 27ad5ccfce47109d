import { display } from "../element.ts";
import type { Gap } from "./container.ts";

/** Room between elements, in the direction in which they stand. */
export interface SpaceProps {
  /** Absent: "small". */
  readonly size?: Exclude<Gap, "none"> | "stretch" | undefined;
}

export const space = display<SpaceProps>();
