import type { Gap } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";

/** How much room: pixels, a size from 0.25 to 8 rem, or all that is left. */
export type SpaceSize = Exclude<Gap, "none"> | "stretch";

const SIZES: readonly unknown[] = ["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "stretch"];

/**
 * Leaves room between elements: below one another its height, in a horizontal container its width. Default "small" (1 rem).
 * @throws BadOptionError for a size that makes no sense.
 * @example
 * st.space("large");
 */
export function space(this: Container, size: SpaceSize = "small"): ElementHandle {
  const call = "st.space";
  if (!SIZES.includes(size) && !(Number.isFinite(size) && (size as number) > 0))
    throw badOption(call, "size", `pixels above 0 or one of ${SIZES.join(", ")}`, size);
  return this.emit(call, "space", { size: size === "small" ? undefined : size });
}
