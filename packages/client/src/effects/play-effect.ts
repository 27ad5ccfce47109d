import type { PageEffect } from "@rivulet/protocol";

/** Lets something move over the page, for those who do not mind motion. Its code comes when the first one does. */
export function playEffect(effect: PageEffect): void {
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) void import("./sky.ts").then(({ fill }) => fill(effect), reportError);
}
