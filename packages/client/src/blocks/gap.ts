import type { Gap } from "@rivulet/protocol";

const GAPS: Readonly<Record<Exclude<Gap, number>, string>> = {
  none: "0px",
  xxsmall: "0.25rem",
  xsmall: "0.5rem",
  small: "1rem",
  medium: "2rem",
  large: "4rem",
  xlarge: "6rem",
  xxlarge: "8rem",
};

/** A gap as CSS; absent: "small". */
export function gapLength(gap: Gap | undefined): string | undefined {
  if (gap === undefined) return undefined;
  return typeof gap === "number" ? `${gap}px` : GAPS[gap];
}
