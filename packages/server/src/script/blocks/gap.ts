import { badOption } from "../../errors.ts";

const GAPS: readonly unknown[] = ["none", "xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"];

/** Checks a gap that is there. */
export function checkGap(call: string, gap: unknown): void {
  if (gap === undefined || GAPS.includes(gap) || (Number.isFinite(gap) && (gap as number) >= 0)) return;
  throw badOption(call, "gap", `pixels from 0 on or one of ${GAPS.join(", ")}`, gap);
}
